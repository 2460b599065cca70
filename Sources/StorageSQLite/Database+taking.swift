import Crypto
import Foundation
import GRDB
import Model

/// An arrival with the SHA-256 of its bytes.
struct DigestedArrival: Sendable {
    var arrival: Arrival
    var sha256: Data

    init(_ arrival: Arrival) {
        self.arrival = arrival
        sha256 = Data(SHA256.hash(data: arrival.raw))
    }
}

extension Database {
    /// Takes one arrival, or finds the message that it is already.
    func take(_ digested: DigestedArrival, at: Date) throws -> Taken {
        let origin = digested.arrival.origin
        if let known = try message(foundAt: origin) {
            return try takeOtherWords(digested, than: known, at: at)
                ?? Taken(origin: origin, message: known, isNew: false)
        }
        return try takeNew(digested, at: at)
    }

    /// Takes what is at an origin where nothing was found before.
    func takeNew(_ digested: DigestedArrival, at: Date) throws -> Taken {
        let origin = digested.arrival.origin
        if let known = try message(in: origin.inbox, sha256: digested.sha256) {
            try insert(origin, of: known.stored, at: at)
            try record(.foundAgain, message: known.owner, detail: origin.sentence, at: at)
            return Taken(origin: origin, message: known.owner, isNew: false)
        }
        let message = try insertMessage(digested, at: at)
        try insert(origin, of: message, at: at)
        try recordTaking(message, digested.arrival, at: at)
        return Taken(origin: origin, message: message, isNew: true)
    }

    private func recordTaking(_ message: Message.ID, _ arrival: Arrival, at: Date) throws {
        try record(.taken, message: message, detail: arrival.origin.sentence, at: at)
        if let reason = arrival.parked {
            try record(.parked, message: message, detail: "\(reason.code.rawValue): \(reason.detail)", at: at)
        }
    }

    func message(foundAt origin: Origin) throws -> Message.ID? {
        try number(
            """
            SELECT coalesce(message.same_as, message.id) FROM arrival JOIN message ON message.id = arrival.message
            WHERE arrival.inbox = ? AND mailbox = ? AND validity = ? AND item = ?
            """,
            [origin.inbox.column, origin.mailbox.column, origin.validity, origin.item.column]
        )
        .map(Message.ID.init(rawValue:))
    }

    /// The message with these bytes, and the one it counts as where it came through two inboxes.
    private func message(in inbox: InboxName, sha256: Data) throws -> (stored: Message.ID, owner: Message.ID)? {
        guard
            let row = try row(
                "SELECT id, coalesce(same_as, id) AS owner FROM message WHERE inbox = ? AND sha256 = ?",
                [inbox.column, sha256]
            )
        else { return nil }
        return (try row.id("id"), try row.id("owner"))
    }

    private func insertMessage(_ digested: DigestedArrival, at: Date) throws -> Message.ID {
        let arrival = digested.arrival
        let id = try insert(
            """
            INSERT INTO message (
                inbox, form, sender, state, circumstance, taken_at, source_date, size, sha256, park_code, park_detail,
                unread
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                arrival.origin.inbox.column, arrival.form.rawValue, arrival.sender?.column,
                (arrival.parked == nil ? MessageState.stored : .parked).rawValue,
                arrival.circumstance.rawValue, at.microseconds, arrival.sourceDate?.microseconds, arrival.raw.count,
                digested.sha256, arrival.parked?.code.rawValue, arrival.parked?.detail.column,
                arrival.form != .delivery,
            ]
        )
        try run("INSERT INTO raw_message (message, bytes) VALUES (?, ?)", [id, Data(arrival.raw)])
        return Message.ID(rawValue: id)
    }

    private func insert(_ origin: Origin, of message: Message.ID, at: Date) throws {
        try run(
            "INSERT INTO arrival (inbox, mailbox, validity, item, message, at) VALUES (?, ?, ?, ?, ?, ?)",
            [
                origin.inbox.column, origin.mailbox.column, origin.validity, origin.item.column, message.rawValue,
                at.microseconds,
            ]
        )
    }
}

extension Origin {
    /// Where it was found, in one line for the history.
    fileprivate var sentence: String {
        [inbox.rawValue, mailbox, validity == 0 ? "" : String(validity), item]
            .filter { !$0.isEmpty }
            .joined(separator: " / ")
    }
}
