import Foundation
import Model
import Replies

/// Drafts made from a template with sample values: what a lint of templates looks at.
struct TemplateSamples {
    let template: Template
    let templates: TemplateSet

    /// Who signs the samples.
    static let agent = "Anna Keller"

    /// One draft for each way in which the template may be rendered; equal ones once.
    var drafts: [DraftBody] {
        var seen: Set<String> = []
        return variants.compactMap(draft).filter { seen.insert($0.text).inserted }
    }

    private struct Variant {
        var formality: Formality
        var form: ReplyForm
        var reading: Reading
    }

    private var variants: [Variant] {
        let formalities: [Formality] = template.language == "en" ? [.formal] : Formality.allCases
        return formalities.flatMap { formality in
            ReplyForm.allCases.flatMap { form in
                readings.map { Variant(formality: formality, form: form, reading: $0) }
            }
        }
    }

    /// A plain message, one that goes badly, one that praises, and one with every circumstance.
    private var readings: [Reading] {
        let upset = Signals(sentiment: -1, urgency: 2, effort: 2, churnRisk: true)
        let circumstances = NamedCircumstance.Kind.allCases.map {
            NamedCircumstance($0, TextSpan(text: "", start: 0, end: 0))
        }
        return [
            reading(Signals()), reading(upset), reading(Signals(sentiment: 2, praisesPerson: true)),
            reading(Signals(sentiment: -2, distress: true), circumstances),
        ]
    }

    private func reading(_ signals: Signals, _ circumstances: [NamedCircumstance] = []) -> Reading {
        let isKnown = template.name != TemplateSet.unclear
        let intent = ScoredIntent(intent: template.name, score: 10, confidence: 1, evidence: [])
        return Reading(
            newText: "",
            language: template.language,
            intents: isKnown ? [intent] : [],
            abstained: !isKnown,
            circumstances: circumstances,
            signals: signals,
            automatic: AutomaticVerdict(verdict: .human, mayAutoReply: true)
        )
    }

    private func draft(_ variant: Variant) -> DraftBody? {
        var inbox = Inbox(
            name: template.inbox ?? InboxName("sample"),
            addresses: ["hello@shop.example"],
            senderName: "Example Shop",
            defaultLanguage: template.language
        )
        inbox.formality = variant.formality
        inbox.form = variant.form
        let composer = DraftComposer(templates: templates)
        let content = MessageContent(
            subject: "4711",
            from: MailAddress(name: "Robin Sample", address: "robin@customer.example"),
            text: "."
        )
        let occasion = Self.occasions.first { $0.template == template.name }
        let situation = ReplySituation(at: Self.now)
        var draft =
            if let occasion {
                composer.draft(
                    for: OccasionFacts(occasion),
                    reading: variant.reading,
                    content: content,
                    inbox: inbox,
                    situation: situation
                )
            } else {
                composer.draft(reading: variant.reading, content: content, inbox: inbox, situation: situation)
            }
        draft?.slots.fillWithSamples()
        return draft
    }

    private static let occasions: [Occasion] = [
        .promiseLate(Promise.ID(rawValue: 1)), .promiseEarly(Promise.ID(rawValue: 1)), .limitEnded("sample"),
        .checkBack(FollowUp.ID(rawValue: 1)),
    ]

    private static let now = Date(timeIntervalSince1970: 1_772_442_000)
}

extension [Slot] {
    /// Days, amounts and choices; what a person writes stays open, since no sample can be judged for it.
    fileprivate mutating func fillWithSamples() {
        for index in indices where self[index].value == nil {
            self[index].value =
                switch self[index].kind {
                case .text: nil
                case .date: "2026-03-05"
                case .money: "12.50 EUR"
                case .choice(let choices): choices.first
                case .goodwill(let offers): offers.first?.id
                }
        }
    }
}
