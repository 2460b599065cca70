import Foundation
import GRDB
import Model

/// A part of a reply that its provider says did not arrive.
private struct LostPart {
    var number: Int
    var sentence: String
    var delivery: Delivery.ID

    init(row: Row) throws {
        number = try row.int("part")
        sentence = try row.text("sentence")
        delivery = try row.id("delivery")
    }
}

extension Database {
    /// Takes in what a provider says of a message of ours, as `DeliveryStore.unpack` tells.
    func heed(_ receipt: ReplyReceipt, of channel: InboxName, in delivery: Delivery.ID, at: Date) throws {
        let reply = try reply(of: receipt, in: channel)
        guard reply != nil || receipt.state == .failed else { return }
        let isNew = try keep(receipt, of: channel, in: delivery, at: at)
        guard let reply else { return }
        if isNew, receipt.state == .arrived { try correct(reply, by: receipt, of: channel, in: delivery, at: at) }
        try settleByReceipts(reply, at: at)
    }

    /// Does what receipts that came before say should be done with a reply. Nothing while a try is under way.
    func settleByReceipts(_ id: OutgoingMail.ID, at: Date) throws {
        let mail = try listedMail(id)
        guard mail.mail.form == .chat, [.waiting, .sent, .uncertain].contains(mail.state) else { return }
        if let lost = try row(Self.lostPart, [id.rawValue]).map(LostPart.init) {
            try fail(mail, by: lost, at: at)
        } else if mail.state == .uncertain {
            try settleUncertain(mail, at: at)
        }
    }

    /// The first part that was reported as lost, and never as arrived.
    static let lostPart = """
        SELECT sent_part.part, lost.sentence, lost.delivery FROM sent_part
        JOIN receipt AS lost ON lost.channel = sent_part.channel AND lost.number = sent_part.number
            AND lost.state = 'failed'
        LEFT JOIN receipt AS arrived ON arrived.channel = lost.channel AND arrived.number = lost.number
            AND arrived.state = 'arrived'
        WHERE sent_part.outgoing = ? AND arrived.number IS NULL
        ORDER BY sent_part.part LIMIT 1
        """

    /// The provider's number of a part, from the answer to its sending: it stands above what a receipt said.
    func note(_ part: SentPart, of mail: OutgoingMail) throws {
        guard let number = part.id else { return }
        try run(
            """
            INSERT INTO sent_part (outgoing, part, channel, number) VALUES (?, ?, ?, ?)
            ON CONFLICT (outgoing, part) DO UPDATE SET number = excluded.number
            """,
            [mail.id.rawValue, part.number, mail.inbox.column, number.column]
        )
    }

    private func reply(of receipt: ReplyReceipt, in channel: InboxName) throws -> OutgoingMail.ID? {
        if let known = try number(Self.replyByNumber, [channel.column, receipt.number.column]) {
            return OutgoingMail.ID(rawValue: known)
        }
        guard let part = receipt.part else { return nil }
        let named = try number(Self.replyByName, [part.messageID.column, channel.column, part.part])
        guard let named else { return nil }
        try run(
            "INSERT OR IGNORE INTO sent_part (outgoing, part, channel, number) VALUES (?, ?, ?, ?)",
            [named, part.part, channel.column, receipt.number.column]
        )
        return changesCount == 1 ? OutgoingMail.ID(rawValue: named) : nil
    }

    static let replyByNumber = """
        SELECT outgoing FROM sent_part WHERE channel = ? AND number = ? ORDER BY outgoing DESC LIMIT 1
        """

    /// Only where the part can have been sent: what a person called not delivered is sent again under another number.
    static let replyByName = """
        SELECT id FROM outgoing
        WHERE message_id = ? AND +inbox = ? AND (+state IN ('handingOver', 'uncertain', 'sent') OR parts_sent >= ?)
        """

    /// Returns false where it was known.
    private func keep(
        _ receipt: ReplyReceipt,
        of channel: InboxName,
        in delivery: Delivery.ID,
        at: Date
    ) throws -> Bool {
        if receipt.state == .accepted { return false }
        try run(
            """
            INSERT OR IGNORE INTO receipt (channel, number, state, sentence, delivery, at) VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                channel.column, receipt.number.column, receipt.state.rawValue, receipt.sentence.column,
                delivery.rawValue, at.microseconds,
            ]
        )
        return changesCount == 1
    }

    private func fail(_ mail: OutgoingMail, by lost: LostPart, at: Date) throws {
        let parts = mail.mail.chat?.parts ?? 1
        let place = parts > 1 ? "Part \(lost.number) of \(parts) did not arrive. " : ""
        let answer = place + lost.sentence
        try move(
            mail,
            Transition(state: .failed, event: .bounced, answer: answer, delivery: lost.delivery, at: at)
        )
        // What came before it is not known to be lost; what came behind it may be.
        try run("UPDATE outgoing SET parts_sent = ? WHERE id = ?", [lost.number - 1, mail.id.rawValue])
        _ = try bringBack(mail, .bounced, note: answer, author: Actor.program, at: at)
    }

    /// What receipts name was taken, whatever became of the answer to its sending.
    private func settleUncertain(_ mail: OutgoingMail, at: Date) throws {
        let named = try numbers("SELECT part FROM sent_part WHERE outgoing = ? ORDER BY part", [mail.id.rawValue])
        let taken = zip(named, Int64(1)...).prefix { $0 == $1 }.count
        guard taken > mail.partsSent else { return }
        try setPartsSent(taken, of: mail, at: at)
        guard taken == mail.mail.chat?.parts else { return }
        try markSent(mail.id, answer: "The provider told later that it has it.", at: at)
    }

    /// A reply that came back as lost did arrive: whoever has its draft before them must know.
    private func correct(
        _ id: OutgoingMail.ID,
        by receipt: ReplyReceipt,
        of channel: InboxName,
        in delivery: Delivery.ID,
        at: Date
    ) throws {
        let lost = "SELECT 1 FROM receipt WHERE channel = ? AND number = ? AND state = 'failed'"
        let mail = try listedMail(id)
        guard mail.state == .failed, try number(lost, [channel.column, receipt.number.column]) != nil else { return }
        try record(
            .arrived,
            message: mail.answers,
            conversation: mail.conversation,
            delivery: delivery,
            detail: "mail \(id): \(receipt.sentence)",
            at: at
        )
        guard let draft = try mail.draft.flatMap(draft), draft.state == .pending else { return }
        let note = [draft.note, "But the provider said afterwards that it did arrive."].compactMap(\.self)
        try setState(.pending, of: draft.id, decidedBy: nil, note: note.joined(separator: " "))
    }
}
