import Foundation
import Model
import Replies

/// What a customer wrote and what is known of it, to compose replies for.
struct PackSituation: Sendable {
    let title: String
    var words: [String: String] = [:]
    var customer: String?
    var facts: [(Fact.Kind, String)] = []
    var signals = Signals()
    var circumstances: [NamedCircumstance.Kind] = []
    var looksUp = false
    var hasOffers = false
    var hasLimit = false

    static let plain = PackSituation(
        title: "one plain question",
        words: [
            "en": "Can you help me with my order 10482, please?",
            "de": "Können Sie mir bitte bei meiner Bestellung 10482 helfen?",
        ],
        customer: "Anna Keller",
        facts: [(.orderID, "10482")]
    )

    static let all: [PackSituation] = [
        plain,
        PackSituation(title: "nothing is known"),
        PackSituation(
            title: "angry, for the second time, and not able to do much",
            words: [
                "en": "Again nothing works with my order 10482!",
                "de": "Schon wieder klappt nichts mit Bestellung 10482!",
            ],
            customer: "Anna Keller",
            facts: [
                (.orderID, "10482"), (.amount, "45.00 EUR"), (.date, "2024-10-01"), (.product, "WL-21077"),
                (.phone, "+441632960518"), (.address, "70565 Stuttgart, Lindenweg 8"), (.email, "a@b.example"),
            ],
            signals: Signals(sentiment: -2, urgency: 2, effort: 2, distress: true, churnRisk: true),
            circumstances: NamedCircumstance.Kind.allCases,
            hasOffers: true
        ),
        PackSituation(
            title: "content, away, without a printer, and everything looked up",
            words: ["en": "Thank you, that was lovely.", "de": "Danke, das war toll."],
            customer: "Anna Keller",
            signals: Signals(sentiment: 2, praisesPerson: true),
            circumstances: [.travel, .equipment, .money],
            looksUp: true,
            hasOffers: true,
            hasLimit: true
        ),
        PackSituation(
            title: "annoyed, short of time and tried already",
            words: [
                "en": "I need it by Friday and I tried it all.",
                "de": "Ich brauche es bis Freitag und habe alles probiert.",
            ],
            signals: Signals(sentiment: -1, urgency: 3),
            circumstances: [.time, .alreadyTried],
            hasOffers: true
        ),
        PackSituation(
            title: "with small children and no car",
            words: ["en": "I have no car and a baby.", "de": "Ich habe kein Auto und ein Baby."],
            circumstances: [.family, .mobility]
        ),
    ]

    func reading(of intent: String, language: String) -> Reading {
        let text = words[language] ?? ""
        let whole = TextSpan(text: text, start: 0, end: text.unicodeScalars.count)
        return Reading(
            newText: text,
            language: language,
            intents: [ScoredIntent(intent: intent, score: 5, confidence: 0.9, evidence: [])],
            abstained: intent == "unclear",
            asks: text.isEmpty ? [] : [Ask(.request, whole)],
            circumstances: circumstances.map { NamedCircumstance($0, whole) },
            signals: signals,
            facts: facts.map { Fact($0.0, whole, value: $0.1) },
            automatic: AutomaticVerdict(verdict: .human, mayAutoReply: true)
        )
    }

    var content: MessageContent {
        MessageContent(
            subject: customer == nil ? "" : "A question",
            from: MailAddress(name: customer, address: "a@customer.example")
        )
    }

    func known(_ language: String) -> ReplySituation {
        var known = ReplySituation(at: Self.now)
        if looksUp { known.facts = Self.lookedUp }
        if hasOffers { known.offers = Self.offers }
        if hasLimit { known.limits = [Self.limit] }
        return known
    }

    func occasion(_ name: String) -> OccasionFacts? {
        switch name {
        case "promise.late": OccasionFacts(.promiseLate(Self.promise.id), promise: Self.promise, newDue: Self.day)
        case "promise.early": OccasionFacts(.promiseEarly(Self.promise.id), promise: Self.promise)
        case "limit.ended": OccasionFacts(.limitEnded("sunday"), limit: Self.limit)
        case "check_back": OccasionFacts(.checkBack(FollowUp.ID(rawValue: 1)))
        default: nil
        }
    }
}

extension PackSituation {
    private static let now = Date(timeIntervalSince1970: 20_000 * 86_400)
    private static let day = CalendarDay(number: 20_005)

    private static let lookedUp: [String: FactValue] = [
        "lookup.order.arrives": .day(day), "lookup.order.status": .text("x"),
        "lookup.order.tracking": .text("https://carrier.example/1"), "lookup.contract.ends_on": .day(day),
    ]

    private static let offers = [
        GoodwillOffer(id: "voucher_10", title: ["en": "a voucher"], value: Money(minorUnits: 1_000, currency: "EUR")),
        GoodwillOffer(id: "month_free", title: ["en": "a month"], value: Money(minorUnits: 1_500, currency: "EUR")),
    ]

    private static let limit = Limit(
        id: "sunday",
        what: ["en": "deliver on Sundays", "de": "sonntags liefern"],
        reason: ["en": "our carrier does not drive then", "de": "unser Zusteller dann nicht fährt"],
        alternatives: [["en": "Saturday is possible.", "de": "Samstags geht es."]],
        until: day,
        owner: "anna",
        intents: ShippedFilesTests.intents
    )

    private static let promise = Promise(
        id: Promise.ID(rawValue: 1),
        conversation: Conversation.ID(rawValue: 1),
        inbox: InboxName("support"),
        outgoing: OutgoingMail.ID(rawValue: 1),
        draft: Draft.ID(rawValue: 1),
        template: "order.where",
        matter: "order.where",
        what: "The order arrives",
        owner: "anna",
        fulfilment: .deed,
        madeAt: now,
        dueAt: now.addingTimeInterval(86_400),
        state: .open
    )
}
