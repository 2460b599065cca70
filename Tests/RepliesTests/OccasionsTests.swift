import Foundation
import Model
import Replies
import Testing

@Suite("Drafts are made for occasions too")
struct OccasionsTests {
    static let promise = Promise(
        id: Identifier(rawValue: 7),
        conversation: Identifier(rawValue: 1),
        inbox: InboxName("support"),
        outgoing: Identifier(rawValue: 1),
        draft: Identifier(rawValue: 1),
        template: "order.where",
        matter: "order.where",
        what: "The order *arrives*",
        owner: "anna",
        fulfilment: .deed,
        madeAt: Date(timeIntervalSince1970: 1_769_000_000),
        dueAt: Date(timeIntervalSince1970: 1_770_000_000),
        state: .open
    )

    static func draft(_ facts: OccasionFacts, _ text: String, to: String = "anna@customer.example") throws -> DraftBody?
    {
        let template = try Fixture.template(text, name: facts.occasion.template ?? "") {
            let day = Slot(name: "new_day", label: "When now?", kind: .date)
            $0.slots = text.contains("new_day") ? [SlotDeclaration(slot: day, from: "promise.new_due", line: 3)] : []
        }
        return Fixture.composer(template).draft(
            for: facts,
            reading: Fixture.reading(
                "Thanks. Can you hurry?",
                asks: ["Can you hurry?"],
                circumstances: [.repeatContact]
            ),
            content: Fixture.content(from: MailAddress(name: "Anna Schmidt", address: to)),
            inbox: Fixture.inbox
        )
    }

    @Test("a promise that will not hold: what it was, when it was due, when it is now")
    func late() throws {
        let facts = OccasionFacts(
            .promiseLate(Identifier(rawValue: 7)),
            promise: Self.promise,
            newDue: CalendarDay(number: 20_500)
        )
        let draft = try #require(
            try Self.draft(facts, "## gain\n{{promise.what}} by {{promise.due}}: now {{promise.new_due}}, [[new_day]].")
        )
        #expect(
            Fixture.paragraphs(of: draft) == [
                "The order \\*arrives\\* by 2 February 2026: now 16 February 2026, [[new_day]]."
            ]
        )
        #expect(draft.slots.map(\.value) == ["2026-02-16"])
        #expect(draft.occasion == .promiseLate(Identifier(rawValue: 7)))
        #expect(draft.matters == ["order.where"])
        #expect(draft.template == "promise.late")
        #expect(draft.recovery == [])
        #expect(draft.subject == "Re: Where is my order?")
    }

    @Test("where nobody knows the new day, a person has to say it")
    func noNewDay() throws {
        let facts = OccasionFacts(.promiseLate(Identifier(rawValue: 7)), promise: Self.promise)
        #expect(try Self.draft(facts, "## gain\nNow [[new_day]].")?.slots.map(\.value) == [nil])
        #expect(try Self.draft(facts, "## gain\nNow {{promise.new_due}}.")?.slots.map(\.kind) == [.date])
    }

    @Test("a limit that ended, and a check-back, without asking again what was asked")
    func others() throws {
        let limit = LimitsTests.limit()
        let ended = try Self.draft(
            OccasionFacts(.limitEnded("sundays"), limit: limit),
            "## gain\nWe can {{limit.what}}."
        )
        #expect(Fixture.paragraphs(of: ended) == ["We can deliver on Sundays."])
        #expect(ended?.limits == [])
        let check = try Self.draft(OccasionFacts(.checkBack(Identifier(rawValue: 3))), "## next\nDid it work?")
        #expect(Fixture.paragraphs(of: check) == ["Did it work?"])
    }

    @Test("nobody to write to, or no template, is no draft")
    func none() throws {
        #expect(try Self.draft(OccasionFacts(.checkBack(Identifier(rawValue: 3))), "## next\nx", to: "") == nil)
        let composer = Fixture.composer(try Fixture.template("## gain\nx"))
        let draft = composer.draft(
            for: OccasionFacts(.checkBack(Identifier(rawValue: 3))),
            reading: Fixture.reading("x"),
            content: Fixture.content(),
            inbox: Fixture.inbox
        )
        #expect(draft == nil)
    }

    @Test("a promise on another day is still the promise that it was")
    func samePromise() throws {
        let facts = OccasionFacts(.promiseLate(Identifier(rawValue: 7)), promise: Self.promise)
        let template = try Fixture.template("## gain\nNow.", name: "promise.late") {
            $0.promise = .promise(PromisePlan(what: "What was promised before", by: .workingDays(2), line: 3))
        }
        let draft = Fixture.composer(template).draft(
            for: facts,
            reading: Fixture.reading("Thanks.", intent: "praise"),
            content: Fixture.content(),
            inbox: Fixture.inbox
        )
        let terms = draft?.promise?.terms ?? []
        #expect(terms.map(\.what) == ["The order *arrives*"])
        #expect(terms.map(\.matter) == ["order.where"])
    }
}
