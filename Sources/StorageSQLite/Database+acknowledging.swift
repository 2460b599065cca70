import Foundation
import GRDB
import Model
import Storage

extension Database {
    func acknowledge(
        _ message: Message.ID,
        mail: NewOutgoingMail,
        entry: AutomaticMailEntry,
        limits: AutomaticMailLimits
    ) throws -> AcknowledgementOutcome {
        guard mail.kind == .acknowledgement else { throw StoreError.illegal("Only an acknowledgement is automatic.") }
        guard try state(of: message) != .merged, let conversation = try conversation(of: message) else {
            throw StoreError.illegal("Message \(message) was not read yet: it cannot be acknowledged.")
        }
        let counts = try counts(against: entry, in: conversation, handleWindow: limits.handleWindow)
        if let breach = limits.breach(by: counts) {
            let detail = "\(breach.rule): \(breach.evidence)"
            try record(.withheld, message: message, conversation: conversation, detail: detail, at: entry.at)
            return .withheld(rule: breach.rule, evidence: breach.evidence)
        }
        let id = try enter(
            OutboxEntry(mail: mail, conversation: conversation, answers: message, at: entry.at)
        )
        try count(entry, as: id, in: conversation)
        let detail = "mail \(id)"
        try record(.acknowledged, message: message, conversation: conversation, detail: detail, at: entry.at)
        return .queued(id)
    }

    private func count(_ entry: AutomaticMailEntry, as mail: OutgoingMail.ID, in conversation: Conversation.ID) throws {
        try run(
            """
            INSERT INTO automatic_mail (outgoing, conversation, handle, address, domain, body, at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                mail.rawValue, conversation.rawValue, entry.handle.column, entry.address.column, entry.domain.column,
                entry.body.column, entry.at.microseconds,
            ]
        )
    }

    private func counts(
        against entry: AutomaticMailEntry,
        in conversation: Conversation.ID,
        handleWindow: TimeInterval
    ) throws -> AutomaticMailCounts {
        func since(_ seconds: TimeInterval) -> Int64 { entry.at.addingTimeInterval(-seconds).microseconds }
        let (day, hour) = (since(86_400), since(3600))
        let (address, domain) = (entry.address.column, entry.domain.column)
        return AutomaticMailCounts(
            sameHandle: try automatic(
                "handle = ? AND address = ?",
                [entry.handle.column, address, since(handleWindow)]
            ),
            inConversation: try automatic("conversation = ?", [conversation.rawValue, Int64.min]),
            inConversationToday: try automatic("conversation = ?", [conversation.rawValue, day]),
            toAddressToday: try automatic("address = ?", [address, day]),
            toDomainThisHour: try automatic("domain = ?", [domain, hour]),
            sameBodyThisHour: try automatic(
                "body = ? AND address = ?",
                [entry.body.column, address, hour]
            ),
            thisMinute: try automatic("true", [since(60)])
        )
    }

    /// How many automatic mails meet a condition and are newer than the last argument.
    private func automatic(_ condition: String, _ arguments: StatementArguments) throws -> Int {
        try Int(number("SELECT count(*) FROM automatic_mail WHERE \(condition) AND at > ?", arguments) ?? 0)
    }
}
