package import Foundation

/// Raw bytes as an inbox hands them over, before anything has looked inside.
package struct Arrival: Hashable, Sendable {
    package var origin: Origin
    package var raw: [UInt8]
    package var form: MessageForm
    package var circumstance: Circumstance
    /// Who wrote it, by the channel's own number of them (`ChatPerson.id`); nil for mail.
    package var sender: String?
    /// When the source received it (IMAP INTERNALDATE, file time); nil where it does not say.
    package var sourceDate: Date?
    /// Set where the source could hand over only a part, such as the header of a message over the size limit.
    package var parked: ParkReason?

    package init(
        origin: Origin,
        raw: [UInt8],
        form: MessageForm = .mail,
        circumstance: Circumstance,
        sourceDate: Date? = nil,
        parked: ParkReason? = nil
    ) {
        self.origin = origin
        self.raw = raw
        self.form = form
        self.circumstance = circumstance
        self.sourceDate = sourceDate
        self.parked = parked
    }
}

/// How a message came to be taken. Only `live` mail may ever be answered automatically (rule N19).
package enum Circumstance: String, Hashable, Sendable, Codable {
    case live
    /// It was there at the first connect.
    case backfill
    /// The mailbox changed its UIDVALIDITY and was listed anew.
    case rescan
    /// `wavelength import`.
    case imported
}

/// Why a message waits for a person instead of being read or drafted. Its raw bytes are kept.
package struct ParkReason: Hashable, Sendable, Codable {
    package enum Code: String, Hashable, Sendable, Codable {
        /// Over the size limit; only the header was taken.
        case oversized
        /// Reading it ended in an error.
        case unreadable
        /// The program stopped while it was being read, more than once.
        case stopsTheReader
        /// A person put it aside.
        case setAside
    }

    package var code: Code
    /// One sentence for the person who looks at it.
    package var detail: String

    package init(_ code: Code, _ detail: String) {
        self.code = code
        self.detail = detail
    }
}

/// What became of one arrival.
package struct Taken: Hashable, Sendable {
    package var origin: Origin
    package var message: Message.ID
    /// False where the same origin, or the same bytes in the same inbox, had been taken before.
    package var isNew: Bool

    package init(origin: Origin, message: Message.ID, isNew: Bool) {
        self.origin = origin
        self.message = message
        self.isNew = isNew
    }
}

extension ParkReason {
    /// For a message over the size limit: octets, and the limit in octets.
    package static func oversized(size: Int, limit: Int) -> Self {
        ParkReason(.oversized, "It has \(size) octets, the limit is \(limit). Only its header was taken.")
    }
}
