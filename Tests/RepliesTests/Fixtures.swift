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

    static func reading(
        _ text: String,
        intent: String? = "order.where",
        language: String = "en",
        verdict: AutomaticVerdict.Kind = .human
    ) -> Reading {
        let intents = intent.map { [ScoredIntent(intent: $0, score: 5, confidence: 0.9, evidence: [])] } ?? []
        return Reading(
            newText: text,
            language: language,
            intents: intents,
            abstained: intent == nil,
            automatic: AutomaticVerdict(verdict: verdict, mayAutoReply: verdict == .human)
        )
    }

    static func template(
        _ body: String,
        name: String = "order.where",
        language: String = "en",
        slots: [Slot] = []
    ) throws -> Template {
        let declared = slots.enumerated().map { SlotDeclaration(slot: $1, line: 3 + $0) }
        let head = FrontMatter(title: "A test", slots: declared)
        return try Template(
            TemplateSource(name: name, language: language, frontMatter: head, body: body, bodyLine: 10)
        )
    }

    static let greeting = "Hello{{#customer.first_name}} {{customer.first_name}}{{/customer.first_name}},"

    static func composer(_ templates: Template...) throws -> DraftComposer {
        let parts = LanguageParts([
            "greeting": PartSource(text: greeting), "closing": PartSource(text: "Kind regards"),
        ])
        return DraftComposer(templates: TemplateSet(templates: templates, parts: ["en": parts]))
    }

    static func finished(_ body: DraftBody) throws(Unsendable) -> FinishedReply {
        try FinishedReply(body, agent: "Ben Ode", today: today)
    }

    /// A draft whose text has no slot of its own.
    static func body(_ text: String, slots: [Slot] = [], to: [String] = ["anna@customer.example"]) -> DraftBody {
        DraftBody(
            subject: "Re: Hello",
            text: text,
            recipients: Recipients(to: to.map { MailAddress(address: $0) }),
            slots: slots
        )
    }
}
