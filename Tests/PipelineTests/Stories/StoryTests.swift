import Foundation
import Model
import Replies
import Testing

@testable import Pipeline

@Suite("The stories behind the charter, from the raw message to the draft")
struct StoryTests {
    private let desk: StoryDesk

    init() throws {
        desk = try StoryDesk.shared.get()
    }

    @Test("the draft is the right one, and has no blocking finding", arguments: Story.all)
    func draft(_ story: Story) throws {
        let filing = try desk.filing(of: story.number)
        let draft = try #require(filing.draft)
        let text = ReadableDraft(draft).text
        #expect(draft.matters == story.matters, "\(text)")
        let report = desk.report(on: draft, filing)
        let blocking = report.findings.filter { $0.severity == .block }.map { "\($0.check): \($0.span.text)" }
        #expect(blocking.isEmpty, "\(text)")
        #expect(report.answers.allSatisfy { $0.answer != nil || $0.ask.kind == .deadline }, "\(text)")
        #expect(draft.recovery == story.recovery)
        #expect(draft.promise != nil)
    }

    @Test("the draft says what it has to, and nothing that the story forbids", arguments: Story.all)
    func words(_ story: Story) throws {
        let draft = try #require(try desk.filing(of: story.number).draft)
        let text = ReadableDraft(draft).text.replacing("\n", with: " ")
        for words in story.says { #expect(text.localizedCaseInsensitiveContains(words), "\(text)") }
        for words in story.never { #expect(!text.localizedCaseInsensitiveContains(words), "\(text)") }
        #expect(Set(draft.moves.map(\.move)).isSuperset(of: story.moves), "\(draft.moves.map(\.move))")
        #expect(Set(draft.slots.map(\.name)).isSuperset(of: story.slots), "\(draft.slots.map(\.name))")
    }

    @Test("where something went wrong or is asked of somebody who has it hard, an agent has something to give")
    func gesture() throws {
        for story in Story.all where story.offersGesture {
            let draft = try #require(try desk.filing(of: story.number).draft)
            let offers = draft.slots.compactMap { slot in
                if case .goodwill(let offers) = slot.kind { offers.map(\.id) } else { nil }
            }
            #expect(offers.contains { !$0.isEmpty }, "\(story.title)")
        }
    }

    @Test("a rule that is in force is named right after what was understood, before anything else")
    func limitFirst() throws {
        let limit = Limit(
            id: "chairs_by_carrier",
            what: ["en": "take chairs at the parcel shop"],
            reason: ["en": "they do not fit through its door"],
            alternatives: [["en": "A driver takes yours from your flat on a day that you name, for 0 €."]],
            until: CalendarDay(number: 24_000),
            owner: "demo",
            intents: ["return"]
        )
        let draft = try #require(try desk.filing(of: "20", limits: [limit]).draft)
        #expect(draft.limits == ["chairs_by_carrier"])
        #expect(draft.moves.prefix(2).map(\.move) == [.samePage, .limit])
        #expect(ReadableDraft(draft).text.contains("A driver takes yours"))
    }

    @Test("every mail of the sample inbox has a draft without a blocking finding, or wants none")
    func sampleInbox() throws {
        let names = try desk.names()
        #expect(names.count == 21)
        for name in names {
            let filing = try desk.filing(of: name)
            guard let draft = filing.draft else {
                #expect(filing.reading.automatic.verdict != .human, "\(name)")
                continue
            }
            let blocking = desk.report(on: draft, filing).findings.filter { $0.severity == .block }
            #expect(blocking.isEmpty, "\(name): \(blocking.map(\.check)) in \(ReadableDraft(draft).text)")
        }
    }

    @Test("a first letter that only waits for its order gets no recovery; a second one does")
    func secondContact() throws {
        #expect(try #require(try desk.filing(of: "01").draft).recovery == [])
        #expect(try #require(try desk.filing(of: "08").draft).recovery.contains(.secondContact))
    }

    @Test("who cancels an order and asks about sending and money gets one answer, not three")
    func cancelled() throws {
        let filing = try desk.filing(of: "09")
        let draft = try #require(filing.draft)
        let text = ReadableDraft(draft).text
        #expect(draft.template == "order.cancel")
        #expect(draft.slots.map(\.name) == ["outcome", "money_day"], "\(text)")
        #expect(desk.report(on: draft, filing).answers.allSatisfy { $0.answer != nil }, "\(text)")
    }

    @Test("a customer's plea not to be asked something is no question to answer")
    func plea() throws {
        let draft = try #require(try desk.filing(of: "02").draft)
        #expect(!draft.slots.contains { $0.name == "answer" })
        #expect(!ReadableDraft(draft).text.contains("carry it"))
    }
}
