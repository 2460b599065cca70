import Channels
import ConfigurationFiles
import Foundation
import Storage

extension Error {
    /// What went wrong, for a person.
    var sentence: String {
        switch self {
        case let error as CommandFailure: error.sentence
        case let error as ChannelError: error.sentence
        case let error as StoreError: error.sentence
        case let error as WeightsFileError: error.description
        default: "\(self)"
        }
    }
}

extension StoreError {
    fileprivate var sentence: String {
        switch self {
        case .busy(let why): "The store is busy: \(why). Try again."
        case .cannotWrite(let why): "The store cannot be written: \(why). Is the disk full, or the folder not writable?"
        case .notFound(let what): "Not found: \(what)"
        case .illegal(let why): why
        case .damaged(let why): "The store cannot be used: \(why)"
        }
    }
}
