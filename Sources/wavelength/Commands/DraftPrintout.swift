import Foundation
import Model

/// A draft as a person reads it at the terminal: the customer first, then why, then the draft.
struct DraftPrintout {
    let draft: Draft
    let record: ConversationRecord

    var text: String {
        [customer, why, reply, slots].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var message: Message? {
        record.messages.first { $0.id == draft.message }
    }

    private var customer: String {
        guard let message, let content = message.content else { return "" }
        let from = content.from.map { [$0.name ?? "", "<\($0.address)>"].joined(separator: " ") } ?? "(no sender)"
        return "\(from)\n\(content.subject)\n\n\(message.reading?.newText ?? content.text)"
    }

    private var why: String {
        guard let reading = message?.reading else { return "" }
        let intents = reading.intents.prefix(2).map { intent in
            let words = intent.evidence.map { "“\($0.keyword)”" }.joined(separator: ", ")
            return "\(intent.intent) \(Int((intent.confidence * 100).rounded())) % (\(words))"
        }
        return "Why: " + (reading.abstained ? "not sure; " : "") + intents.joined(separator: ", or ")
    }

    private var reply: String {
        let to = draft.body.recipients.all.map(\.address).joined(separator: ", ")
        return """
            Draft \(draft.id), version \(draft.version), \(draft.state.rawValue), head \(record.conversation.head)
            To: \(to)
            Subject: \(draft.body.subject)

            \(draft.body.text)
            """
    }

    private var slots: String {
        draft.body.slots.map { "[[\($0.name)]] \($0.label)\($0.value.map { ": \($0)" } ?? " (open)")" }
            .joined(separator: "\n")
    }
}
