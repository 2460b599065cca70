import Foundation
import Model
import Storage
import Testing

/// A customer's mail and the draft that answers it.
struct Letter: Sendable {
    var from = MailAddress(name: "Mara Osei", address: "mara@customer.example")
    var subject = "Bigger recycling bin"
    var text = "The small bin is full. Can we have a larger one?"
    var intents = [
        ScoredIntent(
            intent: "bin.bigger",
            score: 2.4,
            confidence: 0.86,
            evidence: [Evidence(keyword: "larger one", weight: 2.4, start: 37, end: 47)]
        )
    ]
    var automatic = AutomaticVerdict(verdict: .human, mayAutoReply: true)
    var draft: DraftBody? = Letter.draft()
    /// The customer's earlier mail that this one answers, by its Message-ID.
    var inReplyTo: String?
    /// Whether no intent is clear.
    var isUnclear = false
    /// What else was read from it.
    var change: @Sendable (inout Reading) -> Void = { _ in }

    /// A draft that promises nothing, so that one click releases it.
    static func draft(_ text: String = "Dear Mara,\n\nyou get a bigger bin.") -> DraftBody {
        var draft = DraftBody(
            subject: "Re: Bigger recycling bin",
            text: text,
            recipients: Recipients(to: [MailAddress(name: "Mara Osei", address: "mara@customer.example")]),
            template: "bin.bigger"
        )
        draft.matters = ["bin.bigger"]
        draft.promise = DraftPromise.none
        return draft
    }

    var reading: Reading {
        var reading = Reading(
            newText: text,
            language: "en",
            intents: intents,
            abstained: isUnclear,
            automatic: automatic
        )
        change(&reading)
        return reading
    }
}

extension Scene {
    /// Takes a mail and reads it, as the program's services do.
    @discardableResult
    func receive(_ letter: Letter = Letter(), item: String = "1") async throws -> Filed {
        let origin = Origin(inbox: Self.inbox.name, item: item)
        let arrival = Arrival(origin: origin, raw: Array("raw \(item)".utf8), circumstance: .live)
        _ = try await store.take([arrival], advancing: nil, at: clock.now)
        let unread = try await #require(store.claimUnread(limit: 1, attempts: 3, at: clock.now).first)
        let filing = Filing(
            message: unread.id,
            content: MessageContent(
                messageID: "mail-\(item)@customer.example",
                subject: letter.subject,
                from: letter.from,
                text: letter.text
            ),
            reading: letter.reading,
            identity: "identity \(item)",
            thread: ThreadKeys(
                verified: nil,
                identifiers: [letter.inReplyTo].compactMap(\.self),
                person: letter.from.key,
                subject: ""
            ),
            customer: letter.from,
            draft: letter.draft,
            at: clock.now
        )
        return try await #require(store.file([filing], sameSubjectWindow: 0).first)
    }
}
