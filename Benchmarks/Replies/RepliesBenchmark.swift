import ConfigurationFiles
import Foundation
import Model
import Reading
import Replies
import TestSupport

/// How fast drafts are composed, checked by the charter and finished on one core, for customers' mail in four languages
/// and the shipped templates.
struct RepliesBenchmark {
    private let composer: DraftComposer
    private let charter: Charter
    private let letters: [(reading: Model.Reading, content: MessageContent)]
    private let inbox = Inbox(
        name: InboxName("support"),
        addresses: ["help@shop.example"],
        senderName: "Example Shop",
        signature: "Example Shop\nMonday to Friday, 9 to 17"
    )

    init(_ plan: Plan) throws {
        let loaded = ShippedLists.loaded()
        guard let lexicons = loaded.lexicons, let charter = loaded.charter else {
            throw BenchError("config/ cannot be used: \(loaded.problems.first?.description ?? "it is empty")")
        }
        self.charter = Charter(charter)
        composer = DraftComposer(templates: loaded.templates)
        let reader = try MessageReader(lexicons)
        letters = EverydayMail.make(count: plan.messages, seed: 5).map { octets in
            let reading = ReadingBenchmark.read(octets, reader)
            let from = MailAddress(name: "Anna Keller", address: "anna@customer.example")
            return (reading, MessageContent(subject: "Order 10482", from: from, text: reading.newText))
        }
    }

    func run() {
        Report.heading("Replies, one core, \(letters.count) messages, best of 5")
        let drafts = letters.compactMap { draft($0) }
        measure("composed") { for letter in letters { keep(draft(letter)) } }
        measure("composed and checked by the charter", aim: 5_000) {
            for letter in letters {
                guard let draft = draft(letter) else { continue }
                keep(charter.report(ReplyToCheck(draft, message: letter.reading, content: letter.content)))
            }
        }
        measure("an edited draft read as the customer reads it") { for draft in drafts { keep(ReadableDraft(draft)) } }
        let filled = drafts.map(Self.filled)
        measure("finished: text and HTML of the mail") {
            for draft in filled {
                keep(try? FinishedReply(draft, agent: "Ben Ode", today: CalendarDay(number: 20_000)))
            }
        }
    }

    private func draft(_ letter: (reading: Model.Reading, content: MessageContent)) -> DraftBody? {
        composer.draft(reading: letter.reading, content: letter.content, inbox: inbox)
    }

    private static func filled(_ draft: DraftBody) -> DraftBody {
        var draft = draft
        for index in draft.slots.indices {
            switch draft.slots[index].kind {
            case .text: draft.slots[index].value = "some words"
            case .date: draft.slots[index].value = "2026-03-04"
            case .money: draft.slots[index].value = "12.50 EUR"
            case .choice(let choices): draft.slots[index].value = choices.first
            case .goodwill: break
            }
        }
        return draft
    }

    private func measure(_ what: String, aim: Double? = nil, _ work: () -> Void) {
        let time = Stopwatch.best(work)
        let rate = Double(letters.count) / time.seconds
        Report.line(
            what,
            Report.rate(letters.count, in: time),
            aim: aim.map { "aim: \(Int($0)) a second" } ?? "",
            isMet: aim.map { rate > $0 }
        )
    }
}
