import GRDB
import Model

extension Database {
    /// The message that the same mail became when it was filed before; nil where this is the first.
    func firstArrival(of filing: Filing) throws -> Message.ID? {
        guard let identity = filing.identityColumn else { return nil }
        let first = try number("SELECT id FROM message WHERE identity = ?", [identity]).map(Message.ID.init(rawValue:))
        return first == filing.message ? nil : first
    }

    /// Makes a message count as the one that the same mail became first. Its bytes and origins stay its own.
    func merge(_ filing: Filing, into first: Message.ID) throws -> Filed {
        let message = filing.message
        try setMerged(message, into: first)
        let filed = try filedAsMerged(message, into: first)
        try record(.foundAgain, message: message, detail: "the same mail as message \(first)", at: filing.at)
        try record(
            .foundAgain,
            message: first,
            conversation: filed.conversation,
            detail: "the same mail came as message \(message)",
            at: filing.at
        )
        return filed
    }

    /// What counted as the message counts as the other, too, so that one step leads to it from everywhere.
    func setMerged(_ message: Message.ID, into first: Message.ID) throws {
        try run(
            """
            UPDATE message SET state = 'merged', same_as = ?, unread = 0, attempts = 0,
                conversation = NULL, position = NULL, identity = NULL, park_code = NULL, park_detail = NULL
            WHERE id = ?
            """,
            [first.rawValue, message.rawValue]
        )
        try run(Self.movesSecondArrivals, [first.rawValue, message.rawValue])
    }

    static let movesSecondArrivals = "UPDATE message SET same_as = ? WHERE same_as = ?"

    func filedAsMerged(_ message: Message.ID, into first: Message.ID) throws -> Filed {
        let conversation = try conversation(of: first).orDamaged("conversation of message \(first)")
        return Filed(message: message, conversation: conversation, sameAs: first, draft: nil)
    }
}
