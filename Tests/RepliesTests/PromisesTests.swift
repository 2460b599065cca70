import Foundation
import Model
import Replies
import Testing

@Suite("Every reply says what it promises, or that it promises nothing")
struct PromisesTests {
    static func draft(
        _ by: PromisePlan.Deadline,
        _ text: String,
        slots: [Slot] = [],
        days: [String: CalendarDay] = [:]
    ) throws -> DraftBody {
        let template = try Fixture.template(text, slots: slots) {
            $0.promise = .promise(PromisePlan(what: "You have it", by: by, owner: "anna", line: 5))
        }
        let draft = Fixture.composer(template).draft(
            reading: Fixture.reading("x"),
            content: Fixture.content(),
            inbox: Fixture.inbox,
            situation: ReplySituation(suggestedDays: days)
        )
        return try #require(draft)
    }

    static let day = Slot(name: "day", label: "When?", kind: .date)

    @Test("due by a slot, by business time, or by what is realistic")
    func dues() throws {
        #expect(
            try Self.draft(.slot("day"), "## gain\n[[day]]", slots: [Self.day]).promise?.terms.map(\.due) == [
                .slot("day")
            ]
        )
        #expect(try Self.draft(.workingHours(4), "## gain\nx").promise?.terms.map(\.due) == [.within(4 * 3_600)])
        #expect(try Self.draft(.workingDays(2), "## gain\nx").promise?.terms.map(\.due) == [.workingDays(2)])
        let draft = try Self.draft(.suggested, "## gain\nBy {{promise.due}}.")
        #expect(draft.text.contains("By [[promise_due]]."))
        #expect(draft.slots.map(\.label) == ["You have it: by which day?"])
        #expect(
            draft.promise?.terms == [
                PromiseTerms(what: "You have it", due: .slot("promise_due"), owner: "anna", matter: "order.where")
            ]
        )
    }

    @Test("experience suggests a day where no fact knows it, and a person may change it")
    func suggestions() throws {
        let days = ["order.where": CalendarDay(number: 20_500)]
        #expect(try Self.draft(.suggested, "## gain\nx", days: days).slots.map(\.value) == ["2026-02-16"])
        let slot = try Self.draft(.slot("day"), "## gain\n[[day]]", slots: [Self.day], days: days)
        #expect(slot.slots.map(\.value) == ["2026-02-16"])
        #expect(slot.settledTerms?.map(\.due) == [.day(CalendarDay(number: 20_500))])
        #expect(try Self.draft(.slot("day"), "## gain\n[[day]]", slots: [Self.day]).settledTerms == nil)
    }

    @Test("a day that only the promise needs is asked for although no sentence says it")
    func silentDay() throws {
        let draft = try Self.draft(.suggested, "## gain\nx")
        #expect(draft.slots.map(\.name) == ["promise_due"])
        #expect(throws: Unsendable(refusals: [.openSlots(["You have it: by which day?"])])) {
            try Fixture.finished(draft)
        }
    }

    @Test(
        "what is undecided, over or no day cannot be promised",
        arguments: [
            (nil, nil, [.promiseUndecided]),
            (.made([]), nil, [.promiseUndecided]),
            (.made([terms(.slot("day"))]), nil, [.openSlots(["When?"])]),
            (.made([terms(.slot("day"))]), "soon", [.notSendable("When?: “soon” is no day: write it as 2026-03-04.")]),
            (
                .made([terms(.slot("day"))]), "2026-02-30",
                [.notSendable("When?: “2026-02-30” is no day: write it as 2026-03-04.")]
            ),
            (
                .made([terms(.slot("day"))]), "2026-01-14",
                [.notSendable("“W” is promised for 14 January 2026, which is over: name a day to come.")]
            ),
            (
                .made([terms(.day(Fixture.today.adding(days: -1)))]), nil,
                [.notSendable("“W” is promised for 14 January 2026, which is over: name a day to come.")]
            ),
            (.made([terms(.slot("day"))]), "2026-01-15", []),
            (.made([terms(.within(3_600))]), nil, []),
            (DraftPromise.none, nil, []),
        ] as [(DraftPromise?, String?, [Refusal])]
    )
    func refusals(_ promise: DraftPromise?, _ value: String?, _ refusals: [Refusal]) throws {
        var slot = Self.day
        slot.value = value
        var body = Fixture.body("Fine.", slots: [slot])
        body.promise = promise
        let found: [Refusal]
        do {
            _ = try Fixture.finished(body)
            found = []
        } catch {
            found = error.refusals
        }
        #expect(found == refusals)
    }

    private static func terms(_ due: PromiseTerms.Due) -> PromiseTerms {
        PromiseTerms(what: "W", due: due)
    }
}
