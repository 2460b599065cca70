import ConfigurationFiles
import Foundation
import Model
import Replies
import Testing

@Suite("The templates in French and Spanish")
struct FrenchAndSpanishTests {
    private static let templates = ShippedFilesTests.loaded.templates
    private static let today = CalendarDay(number: 20_000)

    /// One way of writing one reply.
    struct Case: Sendable, CustomTestStringConvertible {
        var language: String
        var intent: String
        var formality: Formality
        var form: ReplyForm

        var testDescription: String { "\(language) \(intent) \(formality) \(form)" }
    }

    static let cases = ["fr", "es"].flatMap { language in
        ShippedFilesTests.intents.flatMap { intent in
            [Formality.formal, .informal].flatMap { formality in
                [ReplyForm.mail, .chat].map {
                    Case(language: language, intent: intent, formality: formality, form: $0)
                }
            }
        }
    }

    @Test("a reply is sendable in its language once its slots are filled, whatever is chosen", arguments: cases)
    func sendable(_ each: Case) throws {
        for choice in 0..<4 {
            let text = try #require(Self.reply(each, choice: choice))
            #expect(!text.contains("[["))
            #expect(!text.contains { "{}|".contains($0) })
            #expect(!text.contains("\n\n\n"))
        }
    }

    @Test("a customer is addressed in one form throughout", arguments: cases)
    func oneAddress(_ each: Case) throws {
        let text = try #require(Self.reply(each)).lowercased().replacing("rendez-vous", with: "")
        let words = Set(text.split { !$0.isLetter }.map(String.init))
        #expect(words.isDisjoint(with: Self.otherForm[each.language]?[each.formality] ?? []))
    }

    @Test("no reply holds a phrase that says nothing", arguments: cases)
    func noHollowPhrases(_ each: Case) throws {
        let text = try #require(Self.reply(each)).lowercased()
        for phrase in Self.hollow { #expect(!text.contains(phrase), "\(phrase)") }
    }

    @Test(
        "French marks have a space before them that no line breaks at",
        arguments: cases.filter { $0.language == "fr" }
    )
    func frenchMarks(_ each: Case) throws {
        let scalars = Array(try #require(Self.reply(each)).unicodeScalars)
        for (index, scalar) in scalars.enumerated().dropFirst() where ":;?!»".unicodeScalars.contains(scalar) {
            let isAddress = scalar == ":" && index + 1 < scalars.count && scalars[index + 1] == "/"
            #expect(isAddress || ["\u{A0}", "\u{202F}"].contains(scalars[index - 1]), "\(scalar) at \(index)")
        }
        #expect(!scalars.contains("'"))
    }

    @Test("a Spanish question is opened as well as closed", arguments: cases.filter { $0.language == "es" })
    func spanishMarks(_ each: Case) throws {
        let text = try #require(Self.reply(each))
        #expect(text.count { $0 == "¿" } == text.count { $0 == "?" })
        #expect(text.count { $0 == "¡" } == text.count { $0 == "!" })
    }

    @Test(
        "what is written unasked is sendable in its language",
        arguments: ["fr", "es"],
        [Formality.formal, .informal]
    )
    func occasions(_ language: String, _ formality: Formality) throws {
        let start = Date(timeIntervalSince1970: 1_730_000_000)
        let promise = Promise(
            id: .init(rawValue: 1),
            conversation: .init(rawValue: 1),
            inbox: InboxName("support"),
            outgoing: .init(rawValue: 1),
            draft: .init(rawValue: 1),
            template: "order.where",
            matter: "order.where",
            what: "l’arrivée",
            owner: "ben",
            fulfilment: .deed,
            madeAt: start,
            dueAt: start + 86_400,
            state: .open
        )
        let limit = Limit(
            id: "sundays",
            what: [language: "repartir"],
            reason: [language: "X"],
            alternatives: [[language: "X."]],
            until: Self.today,
            owner: "ben"
        )
        let each = Case(language: language, intent: "order.where", formality: formality, form: .mail)
        for facts in [
            OccasionFacts(.promiseLate(promise.id), promise: promise, newDue: Self.today),
            OccasionFacts(.promiseEarly(promise.id), promise: promise),
            OccasionFacts(.limitEnded("sundays"), limit: limit),
            OccasionFacts(.checkBack(.init(rawValue: 1))),
        ] {
            let text = try #require(Self.reply(each, occasion: facts))
            #expect(!text.contains { "{}|".contains($0) })
            #expect(text.contains("Léa Ruiz"))
        }
    }

    private static let otherForm: [String: [Formality: Set<String>]] = [
        "fr": [
            .formal: ["tu", "te", "toi", "ton", "ta", "tes"],
            .informal: ["vous", "votre", "vos", "répondez", "dites"],
        ],
        "es": [
            .formal: ["tú", "te", "ti", "tu", "tus", "contigo", "dime", "escríbeme"],
            .informal: ["usted", "dígame", "escríbame", "deme"],
        ],
    ]

    private static let hollow = [
        "dès que possible", "plus brefs délais", "meilleurs délais", "gêne occasionnée", "conformément",
        "malheureusement", "n’hésitez pas", "nous nous excusons", "votre satisfaction", "il a été décidé",
        "lo antes posible", "a la mayor brevedad", "en breve", "las molestias", "lamentablemente", "no dude en",
        "nuestra política", "se ha decidido", "para nosotros es muy importante",
    ]

    private static func reply(_ each: Case, choice: Int = 0, occasion: OccasionFacts? = nil) -> String? {
        guard var inbox = ShippedFilesTests.loaded.settings?.inboxes.first?.inbox else { return nil }
        inbox.formality = each.formality
        inbox.form = each.form
        let content = MessageContent(
            subject: "4471",
            from: MailAddress(name: "Ana Roy", address: "ana@customer.example")
        )
        let reading = Reading(
            newText: "",
            language: each.language,
            intents: [ScoredIntent(intent: each.intent, score: 5, confidence: 0.9, evidence: [])],
            abstained: each.intent == "unclear",
            automatic: AutomaticVerdict(verdict: .human, mayAutoReply: true)
        )
        let composer = DraftComposer(templates: templates)
        let composed =
            occasion.map { composer.draft(for: $0, reading: reading, content: content, inbox: inbox) }
            ?? composer.draft(reading: reading, content: content, inbox: inbox)
        guard var draft = composed, draft.language == each.language else { return nil }
        for index in draft.slots.indices { draft.slots[index].value = value(of: draft.slots[index], choice: choice) }
        return try? FinishedReply(draft, agent: "Léa Ruiz", today: today).text
    }

    private static func value(of slot: Slot, choice: Int) -> String? {
        switch slot.kind {
        case .text: "une chose"
        case .date: "2026-03-04"
        case .money: "12.50 EUR"
        case .choice(let choices): choices[min(choice, choices.count - 1)]
        case .goodwill(let offers): offers.first?.id
        }
    }
}
