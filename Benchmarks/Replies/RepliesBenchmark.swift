import ConfigurationFiles
import Foundation
import MIME
import Model
import Reading
import Replies
import TestSupport

/// How fast drafts are composed, checked by the charter and finished on one core, for customers' mail in four languages
/// and the shipped templates.
struct RepliesBenchmark {
    private typealias Letter = (reading: Model.Reading, content: MessageContent)

    private let composer: DraftComposer
    private let charter: Charter
    /// Made for speed: long mail with signatures and quotations.
    private let everyday: [Letter]
    /// Those that the tests hold drafts against, over and over.
    private let letters: [Letter]
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
        func letter(_ octets: [UInt8]) -> Letter {
            (ReadingBenchmark.read(octets, reader), ParsedMessage(parsing: octets).content)
        }
        everyday = EverydayMail.make(count: plan.messages, seed: 5).map(letter)
        let written = try CustomerLetters.load().map(letter)
        letters = (0..<max(1, plan.messages / written.count)).flatMap { _ in written }
    }

    func run() {
        for (name, letters) in [("everyday mail", everyday), ("the letters of the tests", letters)] {
            Report.heading("Replies to \(name), one core, \(letters.count) messages, best of 5")
            measure(letters)
        }
    }

    private func measure(_ letters: [Letter]) {
        let drafts = letters.compactMap { letter in draft(letter).map { (letter: letter, body: $0) } }
        measure("composed", letters.count) { for letter in letters { keep(draft(letter)) } }
        measure("composed and checked by the charter", letters.count, aim: 5_000) {
            for letter in letters {
                guard let draft = draft(letter) else { continue }
                keep(charter.report(ReplyToCheck(draft, message: letter.reading, content: letter.content)))
            }
        }
        measure("checked by the charter", drafts.count) {
            for draft in drafts {
                keep(
                    charter.report(
                        ReplyToCheck(draft.body, message: draft.letter.reading, content: draft.letter.content)
                    )
                )
            }
        }
        measure("read as the customer reads it", drafts.count) {
            for draft in drafts { keep(ReadableDraft(draft.body)) }
        }
        let filled = drafts.map { Self.filled($0.body) }
        measure("finished: text and HTML of the mail", filled.count) {
            for draft in filled {
                keep(try? FinishedReply(draft, agent: "Ben Ode", today: CalendarDay(number: 20_000)))
            }
        }
    }

    private func draft(_ letter: Letter) -> DraftBody? {
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

    private func measure(_ what: String, _ count: Int, aim: Double? = nil, _ work: () -> Void) {
        let time = Stopwatch.best(work)
        let rate = Double(count) / time.seconds
        Report.line(
            what,
            Report.rate(count, in: time),
            aim: aim.map { "aim: \(Int($0)) a second" } ?? "",
            isMet: aim.map { rate > $0 }
        )
    }
}
