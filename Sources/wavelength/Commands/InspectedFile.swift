import Foundation
import Model
import Replies

/// What `inspect` says of one file, in the keys of its JSON.
struct InspectedFile: Encodable {
    var file: String
    var message: InspectedMessage
    var automatic: AutomaticVerdict
    var reading: InspectedReading
    /// null where nothing is drafted: a bounce, an automatic reply.
    var draft: InspectedDraft?

    /// - Parameter report: what the charter says of the draft.
    init(file: String, _ filing: Filing, report: (DraftBody) -> CharterReport) {
        self.file = file
        message = InspectedMessage(filing.content, newText: filing.reading.newText)
        automatic = filing.reading.automatic
        reading = InspectedReading(filing.reading)
        draft = filing.draft.map { InspectedDraft($0, report($0)) }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(file, forKey: .file)
        try container.encode(message, forKey: .message)
        try container.encode(automatic, forKey: .automatic)
        try container.encode(reading, forKey: .reading)
        try container.encode(draft, forKey: .draft)
    }

    private enum Key: CodingKey {
        case file, message, automatic, reading, draft
    }
}

struct InspectedMessage: Encodable {
    var messageID: String?
    var subject: String
    var from: InspectedAddress?
    var to: [InspectedAddress]
    var cc: [InspectedAddress]
    var date: Date?
    var inReplyTo: String?
    var references: [String]
    var text: String
    var newText: String
    var attachments: [Attachment]

    init(_ content: MessageContent, newText: String) {
        messageID = content.messageID
        subject = content.subject
        from = content.from.map(InspectedAddress.init)
        to = content.to.map(InspectedAddress.init)
        cc = content.cc.map(InspectedAddress.init)
        date = content.date
        inReplyTo = content.inReplyTo.first
        references = content.references
        text = content.text
        self.newText = newText
        attachments = content.attachments
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(messageID, forKey: .messageID)
        try container.encode(subject, forKey: .subject)
        try container.encode(from, forKey: .from)
        try container.encode(to, forKey: .to)
        try container.encode(cc, forKey: .cc)
        try container.encode(date, forKey: .date)
        try container.encode(inReplyTo, forKey: .inReplyTo)
        try container.encode(references, forKey: .references)
        try container.encode(text, forKey: .text)
        try container.encode(newText, forKey: .newText)
        try container.encode(attachments, forKey: .attachments)
    }

    private enum Key: CodingKey {
        case messageID, subject, from, to, cc, date, inReplyTo, references, text, newText, attachments
    }
}

struct InspectedAddress: Encodable {
    /// Empty where the header gave none.
    var name: String
    var address: String

    init(_ address: MailAddress) {
        name = address.name ?? ""
        self.address = address.address
    }
}

struct InspectedReading: Encodable {
    var language: String
    var shape: MessageShape
    var intents: [ScoredIntent]
    /// The intents that are clear: several where the message holds several matters.
    var matters: [String]
    var abstained: Bool
    var asks: [InspectedAsk]
    var circumstances: [InspectedCircumstance]
    var signals: Signals
    var facts: [InspectedFact]
    var answers: [InlineAnswer]
    var bounce: Bounce?
    var absence: Absence?

    init(_ reading: Reading) {
        language = reading.language
        shape = reading.shape
        intents = reading.intents
        matters = reading.matters
        abstained = reading.abstained
        asks = reading.asks.map(InspectedAsk.init)
        circumstances = reading.circumstances.map(InspectedCircumstance.init)
        signals = reading.signals
        facts = reading.facts.map(InspectedFact.init)
        answers = reading.answers
        bounce = reading.bounce
        absence = reading.absence
    }
}

extension InspectedFile {
    /// The same for a person.
    var forPeople: String {
        let from = message.from.map { "\($0.name) <\($0.address)>" } ?? "(no sender)"
        let verdict = automatic.verdict.rawValue
        let rule = automatic.rule.isEmpty ? "" : " by \(automatic.rule) (\(automatic.source)): \(automatic.evidence)"
        let answer = automatic.mayAutoReply ? "may be answered automatically" : "no automatic answer\(rule)"
        return """
            \(file)
              From:     \(from)
              Subject:  \(message.subject)
              Written:  \(verdict), \(answer)
              Language: \(reading.language)\(reading.abstained ? ", intent not clear" : "")
            \(intentLines)
            \(indented(message.newText, by: "  | "))
            \(draftLines)

            """
    }

    private var intentLines: String {
        reading.intents.prefix(3).map { intent in
            let words = intent.evidence.map { "“\($0.keyword)” \(signed($0.weight))" }.joined(separator: ", ")
            return "  Intent:   \(intent.intent) \(Int((intent.confidence * 100).rounded())) %: \(words)"
        }.joined(separator: "\n")
    }

    private var draftLines: String {
        guard let draft else { return "  No draft." }
        let slots = draft.slots.map { "  To fill:  [[\($0.name)]] \($0.label)" }
        let head = ["  Draft from \(draft.template), \(draft.score) of 100: \(draft.subject)"]
        let findings = draft.findings.map { "  \($0.severity.rawValue): \($0.check): \($0.message)" }
        return (head + [indented(draft.text, by: "  > ")] + slots + findings).joined(separator: "\n")
    }

    private func signed(_ weight: Double) -> String {
        "\(weight < 0 ? "" : "+")\(weight.formatted(.number.precision(.fractionLength(0...2))))"
    }

    private func indented(_ text: String, by prefix: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }.joined(separator: "\n")
    }
}
