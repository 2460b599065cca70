import Foundation

@testable import IMAP

/// A mailbox on a server, as far as a sync can tell: what it answers to each command, message by message.
struct ModelServer {
    /// What goes wrong with a message.
    enum Fate: CaseIterable {
        case sound
        /// Removed after its size was told.
        case vanishing
        /// The fetch says OK but leaves it out.
        case silent
        /// Any fetch of the message with this one in it is refused.
        case refused
        /// The same, also of the header.
        case headerless
        /// Any question for sizes with this one in it is refused.
        case sizeless
        /// Anything with this one in it is refused.
        case dead
        /// NIL in place of the message; the header is fine.
        case null
    }

    struct Message {
        var size: Int
        var fate = Fate.sound
        var isOld = false
    }

    var validity: UInt32 = 1
    var messages: [UID: Message] = [:]
    var next = 1
    var tellsNext = true

    mutating func deliver(size: Int = 100, fate: Fate = .sound, isOld: Bool = false, gap: Int = 0) {
        messages[uid(next + gap)] = Message(size: size, fate: fate, isOld: isOld)
        next += gap + 1
    }

    var selected: SelectedMailbox {
        var selected = SelectedMailbox()
        selected.exists = messages.count
        selected.uidValidity = UIDValidity(validity)
        selected.uidNext = tellsNext ? uid(next) : nil
        return selected
    }

    /// The responses to a command and its result.
    mutating func answer(_ command: Command) -> ([FetchResponse], Result<CommandOutcome, IMAPError>) {
        switch command {
        case .search(let keys): return ([], .success(.found(search(keys))))
        case .fetch(let set, let items): return fetch(set, items)
        default: return ([], .failure(.disconnected))
        }
    }

    private func search(_ keys: [SearchKey]) -> UIDSet {
        let found = messages.keys.filter { uid in
            keys.allSatisfy { key in
                switch key {
                case .uid(let set): matching(set).contains(uid)
                case .since: messages[uid]?.isOld == false
                case .all, .header: true
                }
            }
        }
        return UIDSet(found)
    }

    /// `n:*` stands for the last message where `n` is past it.
    private func matching(_ set: UIDSet) -> UIDSet {
        guard set.contains(.highest), let last = messages.keys.max() else { return set }
        return set.union(UIDSet(last))
    }

    private mutating func fetch(
        _ set: UIDSet,
        _ items: [FetchItem]
    ) -> ([FetchResponse], Result<CommandOutcome, IMAPError>) {
        let present = messages.keys.filter { matching(set).contains($0) }.sorted()
        let refusal = IMAPError.refused(Refusal(command: "UID FETCH", isBad: false, text: StatusText(text: "bug")))
        var responses: [FetchResponse] = []
        for uid in present {
            guard let message = messages[uid] else { continue }
            if Self.refuses(message.fate, items) { return (responses, .failure(refusal)) }
            if let response = response(uid, message, items) { responses.append(response) }
            if message.fate == .vanishing { messages[uid] = nil }
        }
        return (responses, .success(.done(StatusText())))
    }

    private static func refuses(_ fate: Fate, _ items: [FetchItem]) -> Bool {
        switch fate {
        case .refused: items.contains(.message)
        case .headerless: items.contains(.message) || items.contains(.header)
        case .sizeless: items == [.size]
        case .dead: true
        default: false
        }
    }

    private func response(_ uid: UID, _ message: Message, _ items: [FetchItem]) -> FetchResponse? {
        var response = FetchResponse(sequenceNumber: 1)
        response.uid = uid
        response.size = message.size
        if items.contains(.message) {
            if message.fate == .silent { return nil }
            let content = message.fate == .null ? .none : FetchedSection.Content.bytes(Array("whole \(uid)".utf8))
            response.sections = [FetchedSection(part: .whole, content: content)]
        }
        if items.contains(.header) {
            response.sections = [FetchedSection(part: .header, content: .bytes(Array("header \(uid)".utf8)))]
        }
        return response
    }
}
