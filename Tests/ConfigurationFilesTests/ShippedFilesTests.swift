import ConfigurationFiles
import Foundation
import Model
import Replies
import Testing

@Suite("The files that come along")
struct ShippedFilesTests {
    static let directories = Directories(root: Files.root, data: "/var/lib/wavelength")
    static let loaded = ConfigurationFolder(directories).load()
    static let intents = [
        "order.where", "order.late", "order.damaged", "order.wrong_item", "order.cancel", "order.change", "return",
        "refund.status", "exchange", "invoice", "charge.double", "payment.failed", "price.question", "availability",
        "opening_hours", "account.access", "account.change", "account.close", "data.request", "technical.fault",
        "howto",
        "appointment", "complaint.person", "complaint.policy", "praise", "suggestion", "contract.cancel",
        "sales_or_press", "not_our_business", "unclear",
    ]

    @Test(
        "settings, intents and templates load without a problem",
        arguments: [ConfigurationPaths.usual, .demo]
    )
    func noProblems(_ files: ConfigurationPaths) {
        let loaded = ConfigurationFolder(Self.directories, files: files).load()
        #expect(loaded.problems == [])
        #expect(loaded.isUsable)
    }

    @Test("every intent of the starting pack has its template")
    func pack() {
        #expect(Self.loaded.templates.names == (Self.intents + Occasion.templates).sorted())
        for name in Self.loaded.templates.names {
            #expect(Self.loaded.templates.languages(of: name) == ["de", "en", "es", "fr"], "\(name)")
        }
    }

    @Test("every template makes a draft that is sendable once its slots are filled", arguments: intents)
    func drafts(_ intent: String) throws {
        for style in Style.all {
            for content in Self.contents {
                var draft = try #require(Self.draft(intent, content, style))
                #expect(draft.language == style.language)
                #expect(draft.text.contains("[[agent_name]]"))
                for index in draft.slots.indices { draft.slots[index].value = Self.value(of: draft.slots[index]) }
                let reply = try FinishedReply(draft, agent: "Ben Ode", today: CalendarDay(number: 20_000))
                for mark in ["[[", "{{", "{", "|"] { #expect(!reply.text.contains(mark), "\(reply.text)") }
            }
        }
    }

    @Test("an optional slot left open leaves no half sentence", arguments: intents)
    func optionalSlots(_ intent: String) throws {
        for style in Style.all {
            var draft = try #require(Self.draft(intent, Self.contents[0], style))
            for index in draft.slots.indices where draft.slots[index].isRequired {
                draft.slots[index].value = Self.value(of: draft.slots[index])
            }
            let reply = try FinishedReply(draft, agent: "Ben Ode", today: CalendarDay(number: 20_000))
            #expect(!reply.text.contains("\n\n\n"))
            #expect(!reply.text.contains("[["))
        }
    }

    /// How a reply is written.
    struct Style {
        var language: String
        var formality: Formality
        var form: ReplyForm

        static let all = ["en", "de", "fr", "es"].flatMap { language in
            Formality.allCases.flatMap { formality in
                ReplyForm.allCases.map { Style(language: language, formality: formality, form: $0) }
            }
        }
    }

    @Test("no template holds a phrase that says nothing", arguments: intents)
    func noHollowPhrases(_ intent: String) throws {
        let text = try #require(Self.draft(intent, Self.contents[0], Style.all[0])).text.lowercased()
        for phrase in Self.hollow { #expect(!text.contains(phrase), "\(phrase)") }
    }

    private static let hollow = [
        "any inconvenience", "as soon as possible", "our policy", "unfortunately", "we value", "please be advised",
        "do not hesitate", "at your earliest", "we strive", "rest assured", "per our", "kindly", "in due course",
    ]

    private static let contents = [
        MessageContent(subject: "Order 10482", from: MailAddress(name: "Anna Keller", address: "a@customer.example")),
        MessageContent(subject: "", from: MailAddress(address: "b@customer.example")),
    ]

    private static func draft(_ intent: String, _ content: MessageContent, _ style: Style) -> DraftBody? {
        let text = content.subject.isEmpty ? "" : "Hello,\nthe order 10482 and invoice 7731 are not right. Please help."
        let reading = Reading(
            newText: text,
            language: style.language,
            intents: [ScoredIntent(intent: intent, score: 5, confidence: 0.9, evidence: [])],
            abstained: intent == "unclear",
            automatic: AutomaticVerdict(verdict: .human, mayAutoReply: true)
        )
        guard var inbox = loaded.settings?.inboxes.first?.inbox else { return nil }
        inbox.formality = style.formality
        inbox.form = style.form
        return DraftComposer(templates: loaded.templates).draft(reading: reading, content: content, inbox: inbox)
    }

    private static func value(of slot: Slot) -> String {
        switch slot.kind {
        case .text: "some words"
        case .date: "2026-03-04"
        case .money: "12.50 €"
        case .choice(let choices): choices.first ?? ""
        case .goodwill(let offers): offers.first?.id ?? ""
        }
    }

    @Test("a missing file is a problem that names it")
    func missingRoot() {
        let loaded = ConfigurationFolder(Directories(root: "/nowhere", data: "/nowhere")).load()
        #expect(
            loaded.problems.filter { $0.severity == .error }.map(\.file) == [
                "config/intents/", "config/wavelength.yaml",
            ]
        )
        #expect(loaded.problems.allSatisfy { $0.line == 0 && $0.message.hasPrefix("there is no such file") })
        #expect(!loaded.isUsable)
    }
}
