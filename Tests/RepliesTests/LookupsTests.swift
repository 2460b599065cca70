import Model
import Replies
import Testing

@Suite("A reply says what a look-up knows, and what it does without it")
struct LookupsTests {
    static let text = """
        ## same page
        You ask.
        ## gain
        It comes on [[arrives]].

        Now it is [[state]].
        ## next
        If not, write.
        """

    static func draft(
        _ situation: ReplySituation,
        text: String = text,
        parts: LanguageParts = Fixture.parts
    ) throws -> DraftBody? {
        let template = try Fixture.template(text) {
            let arrives = Slot(name: "arrives", label: "When?", kind: .date)
            let state = Slot(name: "state", label: "Where?", isRequired: false)
            $0.slots = [
                SlotDeclaration(slot: arrives, from: "lookup.order.arrives", line: 3),
                SlotDeclaration(slot: state, from: "lookup.order.state", line: 4),
            ]
            $0.promise = .promise(PromisePlan(what: "It arrives", by: .slot("arrives"), line: 5))
        }
        return Fixture.composer(template, parts: parts)
            .draft(
                reading: Fixture.reading("x"),
                content: Fixture.content(),
                inbox: Fixture.inbox,
                situation: situation
            )
    }

    @Test("what it said fills the slots, and a person may change it")
    func found() throws {
        let facts: [String: FactValue] = [
            "lookup.order.arrives": .day(CalendarDay(number: 20_500)), "lookup.order.state": .text("in *Ulm*"),
        ]
        let draft = try #require(try Self.draft(ReplySituation(facts: facts)))
        #expect(draft.slots.map(\.value) == ["2026-02-16", "in *Ulm*"])
        let text = try Fixture.finished(draft).text
        #expect(text.contains("It comes on 16 February 2026.\n\nNow it is in *Ulm*.\n\nIf not, write."))
    }

    @Test("without look-ups the slots are a person's to fill")
    func none() throws {
        let draft = try Self.draft(ReplySituation())
        #expect(draft?.slots.map(\.name) == ["arrives", "state"])
        #expect(
            draft?.promise == .made([PromiseTerms(what: "It arrives", due: .slot("arrives"), matter: "order.where")])
        )
    }

    @Test(
        "where it failed, the reply says so and promises an answer, in place of one with holes",
        arguments: [
            (LookupFailure.slow, "I look again."), (.wrong, "I look again."), (.missing, "I find no such order."),
        ]
    )
    func failed(_ failure: LookupFailure, _ words: String) throws {
        let draft = try #require(try Self.draft(ReplySituation(lookupFailures: ["order": failure])))
        #expect(Fixture.paragraphs(of: draft) == ["You ask.", words])
        #expect(draft.slots.isEmpty)
        #expect(draft.moves.map(\.move) == [.samePage, .doing])
        let terms = PromiseTerms(what: "It arrives", due: .workingDays(1), matter: "order.where", fulfilment: .reply)
        #expect(draft.promise == .made([terms]))
        #expect(throws: Never.self) { try Fixture.finished(draft) }
    }

    @Test("a failure that takes nothing from the answer changes nothing")
    func harmless() throws {
        let facts: [String: FactValue] = ["lookup.order.arrives": .day(CalendarDay(number: 20_500))]
        let situation = ReplySituation(facts: facts, lookupFailures: ["order": .slow, "parcel": .missing])
        #expect(Fixture.paragraphs(of: try Self.draft(situation)).count == 4)
        let text = "## gain\n[[arrives]] [[state]]{{#lookup.parcel.van}}{{lookup.parcel.van}}{{/lookup.parcel.van}}"
        #expect(Fixture.paragraphs(of: try Self.draft(situation, text: text)) == ["[[arrives]] [[state]]"])
    }

    @Test("a part may say by when itself")
    func partWithPromise() throws {
        let slot = SlotDeclaration(slot: Slot(name: "hears_by", label: "By when?", kind: .date), line: 2)
        let promise = PromisePlan(what: "An answer", by: .slot("hears_by"), fulfilment: .reply, line: 3)
        let late = PartSource(text: "You hear by [[hears_by]].", slots: [slot], promise: .promise(promise))
        let draft = try Self.draft(
            ReplySituation(lookupFailures: ["order": .slow]),
            parts: LanguageParts(["lookup_late": late])
        )
        #expect(draft?.slots.map(\.name) == ["hears_by"])
        #expect(draft?.promise?.terms.map(\.due) == [.slot("hears_by")])
    }
}
