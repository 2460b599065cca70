import Crypto
import Foundation
import GRDB
import Model

extension Database {
    /// Other words under one number that are taken at most: a sender that changes a message all the time must not fill the
    /// conversation.
    private static let mostStatements = 5

    /// Takes a chat message whose number is known with other words as a message of its own, under a number that stays the
    /// same when these words come again. nil where it is a repeat.
    func takeOtherWords(_ digested: DigestedArrival, than known: Message.ID, at: Date) throws -> Taken? {
        guard digested.arrival.form == .chat, let earlier = try chatBytes(foundAt: digested.arrival.origin),
            earlier != Data(digested.arrival.raw), let statement = ChatStatement(bytes: Data(digested.arrival.raw)),
            let first = ChatStatement(bytes: earlier), statement.goesBeyond(first)
        else { return nil }
        var other = digested
        other.arrival.origin.item += "#" + statement.digest
        if let again = try message(foundAt: other.arrival.origin) {
            return Taken(origin: other.arrival.origin, message: again, isNew: false)
        }
        guard try statements(besides: digested.arrival.origin) < Self.mostStatements else { return nil }
        let taken = try takeNew(other, at: at)
        let detail = "it has the number of message \(known) and other words"
        if taken.isNew { try record(.contradicted, message: taken.message, detail: detail, at: at) }
        return taken
    }

    /// The bytes of the chat message that was taken from there, which may count as another one since.
    private func chatBytes(foundAt origin: Origin) throws -> Data? {
        let sql = """
            SELECT raw_message.bytes FROM arrival
            JOIN message ON message.id = arrival.message JOIN raw_message ON raw_message.message = arrival.message
            WHERE arrival.inbox = ? AND mailbox = ? AND validity = ? AND item = ? AND message.form = 'chat'
            """
        return try row(sql, [origin.inbox.column, origin.mailbox.column, origin.validity, origin.item.column])
            .map { Data(try $0.bytes("bytes")) }
    }

    private func statements(besides origin: Origin) throws -> Int64 {
        let sql = """
            SELECT count(*) FROM arrival WHERE inbox = ? AND mailbox = ? AND validity = ? AND item > ? AND item < ?
            """
        // The sign behind the one that divides number and digest.
        let (start, end) = ("\(origin.item)#", "\(origin.item)$")
        return try number(sql, [origin.inbox.column, origin.mailbox.column, origin.validity, start.column, end.column])
            ?? 0
    }
}

extension ChatStatement {
    /// nil for what is no chat message as we keep them.
    fileprivate init?(bytes: Data) {
        guard let message = try? JSONDecoder().decode(ChatMessage.self, from: bytes) else { return nil }
        self.init(message)
    }

    fileprivate var digest: String {
        SHA256.hash(data: Data(text.utf8)).prefix(8).hexadecimal
    }
}
