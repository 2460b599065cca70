import Chat
import Storage

/// An error that ended one try of a source, for people.
struct SourceTrouble: Hashable, Sendable {
    let sentence: String
    let needsPerson: Bool

    init(_ error: any Error) {
        switch (error as? AskError).map(ChannelError.init) ?? error {
        case let error as ChannelError:
            sentence = error.sentence
            needsPerson = !error.isTransient
        case let error as StoreError:
            sentence = error.sentence
            needsPerson = !error.isTransient
        default:
            sentence = "\(error)"
            needsPerson = false
        }
    }

    var event: SourceEvent { .unreached(sentence, needsPerson: needsPerson) }
}

extension StoreError {
    fileprivate var sentence: String {
        switch self {
        case .busy(let why): "Mail cannot be stored at the moment (\(why)); it stays where it is and is tried again."
        case .cannotWrite(let why):
            "Mail cannot be stored (\(why)); make room, or check the disk. It stays where it is."
        case .notFound(let what), .illegal(let what), .damaged(let what): "The store refused the mail: \(what)"
        }
    }
}
