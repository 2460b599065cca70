import Model
import Replies

/// Small values that the tests start from.
enum Fixture {
    /// 2026-01-15.
    static let today = CalendarDay(number: 20_468)

    static let inbox = Inbox(
        name: InboxName("support"),
        addresses: ["hello@shop.example"],
        aliases: ["info@shop.example"],
        senderName: "Example Shop",
        signature: "Example Shop\nMonday to Friday, 9 to 17"
    )

    static func content(
        subject: String = "Where is my order?",
        from: MailAddress? = MailAddress(name: "Anna Schmidt", address: "anna@customer.example"),
        replyTo: [MailAddress] = [],
        text: String = ""
    ) -> MessageContent {
        MessageContent(subject: subject, from: from, replyTo: replyTo, text: text)
    }

    /// - Parameters:
    ///   - asks: pieces of the text.
    ///   - facts: kind, the piece of the text, and its value.
    ///   - evidence: by intent, pieces of the text that speak for it with a weight of 5.
    static func reading(
        _ text: String,
        intent: String? = "order.where",
        matters: [String]? = nil,
        language: String = "en",
        verdict: AutomaticVerdict.Kind = .human,
        asks: [String] = [],
        circumstances: [NamedCircumstance.Kind] = [],
        signals: Signals = Signals(),
        facts: [(Fact.Kind, String, String)] = [],
        evidence: [String: [String]] = [:]
    ) -> Reading {
        let intents = (matters ?? intent.map { [$0] } ?? []).map { id in
            let found = (evidence[id] ?? []).map { word in
                let span = span(word, in: text)
                return Evidence(keyword: word, weight: 5, start: span.start, end: span.end)
            }
            return ScoredIntent(intent: id, score: 5, confidence: 0.9, evidence: found)
        }
        return Reading(
            newText: text,
            language: language,
            intents: intents,
            matters: matters,
            abstained: intents.isEmpty,
            asks: asks.map { Ask($0.hasSuffix("?") ? .question : .request, span($0, in: text)) },
            circumstances: circumstances.map { NamedCircumstance($0, TextSpan(text: "", start: 0, end: 0)) },
            signals: signals,
            facts: facts.map { Fact($0, span($1, in: text), value: $2) },
            automatic: AutomaticVerdict(verdict: verdict, mayAutoReply: verdict == .human)
        )
    }

    private static func span(_ piece: String, in text: String) -> TextSpan {
        guard let range = text.firstRange(of: piece) else { return TextSpan(text: piece, start: 0, end: 0) }
        let scalars = text.unicodeScalars
        let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
        return TextSpan(text: piece, start: start, end: start + piece.unicodeScalars.count)
    }

    static func template(
        _ body: String,
        name: String = "order.where",
        language: String = "en",
        slots: [Slot] = [],
        inbox: InboxName? = nil,
        parts: LanguageParts = LanguageParts([:]),
        _ change: (inout FrontMatter) -> Void = { _ in }
    ) throws -> Template {
        let declared = slots.enumerated().map { SlotDeclaration(slot: $1, line: 3 + $0) }
        var head = FrontMatter(title: "A test", slots: declared)
        change(&head)
        return try Template(
            TemplateSource(
                name: name,
                language: language,
                inbox: inbox,
                frontMatter: head,
                body: body,
                bodyLine: 10
            ),
            parts: parts
        )
    }

    static let greeting = "Hello{{#customer.first_name}} {{customer.first_name}}{{/customer.first_name}},"

    static let parts = LanguageParts([
        "greeting": PartSource(text: greeting), "closing": PartSource(text: "Kind regards"),
        "ask_left": PartSource(text: "You also wrote: “{{ask}}”. [[answer]]"),
        "joint": PartSource(text: "As for {{topic}}:"),
        "limit": PartSource(
            text: "Until {{limit.until}} we cannot {{limit.what}}, {{limit.reason}}. {{limit.alternative}}"
        ),
        "recovery": PartSource(text: "That was ours. [[what_happened]] [[what_changes]]"),
        "goodwill": PartSource(text: "For the trouble:\n\nYou get [[goodwill]]."),
        "lookup_missing": PartSource(text: "I find no such order."), "lookup_late": PartSource(text: "I look again."),
    ])

    static func composer(_ templates: Template..., parts: LanguageParts = parts) -> DraftComposer {
        DraftComposer(templates: TemplateSet(templates: templates, parts: ["en": parts, "de": parts]))
    }

    /// A draft of one template with the name of its intent; its paragraphs between greeting and closing.
    static func paragraphs(
        _ body: String,
        reading: Reading = reading("x"),
        situation: ReplySituation = ReplySituation(),
        inbox: Inbox = inbox,
        slots: [Slot] = [],
        _ change: (inout FrontMatter) -> Void = { _ in }
    ) throws -> [String] {
        let composer = composer(try template(body, slots: slots, change))
        let draft = composer.draft(reading: reading, content: content(), inbox: inbox, situation: situation)
        return paragraphs(of: draft)
    }

    static func paragraphs(of draft: DraftBody?) -> [String] {
        (draft?.text ?? "").split(separator: "\n\n").map(String.init).dropFirst().dropLast()
    }

    static func finished(_ body: DraftBody) throws(Unsendable) -> FinishedReply {
        try FinishedReply(body, agent: "Ben Ode", today: today)
    }

    /// A draft whose text has no slot of its own.
    static func body(_ text: String, slots: [Slot] = [], to: [String] = ["anna@customer.example"]) -> DraftBody {
        var body = DraftBody(
            subject: "Re: Hello",
            text: text,
            recipients: Recipients(to: to.map { MailAddress(address: $0) }),
            slots: slots
        )
        body.promise = DraftPromise.none
        return body
    }
}
