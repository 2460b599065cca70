import ConfigurationFiles
import Foundation
import Model
import Replies
import Testing

/// A template of the starting pack, as it is said to one customer in one form.
struct PackCase: Hashable, Sendable, CustomTestStringConvertible {
    let name: String
    let language: String
    let formality: Formality
    let form: ReplyForm

    var testDescription: String {
        "\(language)/\(name), \(formality), \(form)"
    }

    static let loaded = ConfigurationFolder(ShippedFilesTests.directories).load()
    static let languages = ["en", "de", "fr", "es"]
    static let all = languages.flatMap { language in
        (ShippedFilesTests.intents + Occasion.templates).flatMap { name in
            Formality.allCases.flatMap { formality in
                ReplyForm.allCases.map { PackCase(name: name, language: language, formality: formality, form: $0) }
            }
        }
    }

    /// The reply with every required slot filled by a person, and the others where it is said so.
    func reply(_ situation: PackSituation, fillsOptional: Bool = true) throws -> FinishedReply {
        var draft = try #require(self.draft(situation))
        for index in draft.slots.indices where draft.slots[index].value == nil {
            guard draft.slots[index].isRequired || fillsOptional else { continue }
            draft.slots[index].value = Self.value(of: draft.slots[index])
        }
        return try FinishedReply(draft, agent: "Mira Holm", today: Self.today)
    }

    private static let today = CalendarDay(number: 20_000)

    private static func value(of slot: Slot) -> String {
        switch slot.kind {
        case .text: "Room 5"
        case .date: today.adding(days: 3).text
        case .money: "12.50 €"
        case .choice(let choices): choices.last ?? ""
        case .goodwill(let offers): offers.first?.id ?? ""
        }
    }

    func draft(_ situation: PackSituation) -> DraftBody? {
        var inbox = Inbox(name: InboxName("support"), addresses: ["hello@shop.example"], senderName: "Example Shop")
        inbox.formality = formality
        inbox.form = form
        let composer = DraftComposer(templates: Self.loaded.templates)
        let content = situation.content
        let reading = situation.reading(of: name, language: language)
        guard let occasion = situation.occasion(name) else {
            let known = situation.known(language)
            return composer.draft(reading: reading, content: content, inbox: inbox, situation: known)
        }
        let known = situation.known(language)
        return composer.draft(for: occasion, reading: reading, content: content, inbox: inbox, situation: known)
    }
}
