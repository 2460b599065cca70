import Model
import Replies
import Testing

@Suite("Moves are said where the situation calls for them")
struct MovesTests {
    static let text = "## gain\nFine.\n\n## ahead\nMore.\n"

    @Test(
        "a rule's conditions are signals, circumstances, recovery causes and facts",
        arguments: [
            (["positive"], [], Fixture.reading("x", signals: Signals(sentiment: 1)), true),
            (["positive"], [], Fixture.reading("x"), false),
            (["negative"], [], Fixture.reading("x", signals: Signals(sentiment: -1)), true),
            (["very_negative"], [], Fixture.reading("x", signals: Signals(sentiment: -1)), false),
            (["signal.urgent"], [], Fixture.reading("x", signals: Signals(urgency: 2)), true),
            (["effort", "urgent"], [], Fixture.reading("x", signals: Signals(effort: 3)), true),
            (["churn_risk"], [], Fixture.reading("x", signals: Signals(churnRisk: true)), true),
            (["public_risk"], [], Fixture.reading("x", signals: Signals(publicComplaintRisk: true)), true),
            (["praise"], [], Fixture.reading("x", signals: Signals(praisesPerson: true)), true),
            ([], ["distress"], Fixture.reading("x", signals: Signals(distress: true)), false),
            ([], ["distress"], Fixture.reading("x"), true),
            (["circumstance.mobility"], [], Fixture.reading("x", circumstances: [.mobility]), true),
            ([], ["circumstance.equipment"], Fixture.reading("x", circumstances: [.equipment]), false),
            (["recovery"], [], Fixture.reading("x", circumstances: [.repeatContact]), true),
            (["second_contact"], [], Fixture.reading("x", circumstances: [.repeatContact]), true),
            (["complaint"], [], Fixture.reading("x", circumstances: [.repeatContact]), false),
            (["has.fact.order_id"], [], Fixture.reading("12345", facts: [(.orderID, "12345", "12345")]), true),
            (["has.fact.order_number"], [], Fixture.reading("12345", facts: [(.orderID, "12345", "12345")]), true),
            ([], ["has.customer.first_name"], Fixture.reading("x"), false),
            (["several_matters"], [], Fixture.reading("x"), false),
        ] as [([String], [String], Reading, Bool)]
    )
    func rules(_ when: [String], _ unless: [String], _ reading: Reading, _ isSaid: Bool) throws {
        let rule = MoveRule(
            move: NamedLine("ahead", line: 3),
            when: when.map { NamedLine($0, line: 3) },
            unless: unless.map { NamedLine($0, line: 3) }
        )
        let paragraphs = try Fixture.paragraphs(Self.text, reading: reading) { $0.moves = [rule] }
        #expect(paragraphs.contains("More.") == isSaid, "\(paragraphs)")
    }

    @Test(
        "the same names are sections of texts, alone on their lines or within one",
        arguments: [
            ("{{#circumstance.mobility}}\nWe come.\n{{/circumstance.mobility}}", [.mobility], ["We come."]),
            ("{{^circumstance.mobility}}\nBring it.\n{{/circumstance.mobility}}\nOr wait.", [.mobility], ["Or wait."]),
            (
                "{{^circumstance.mobility}}\nBring it.\n{{/circumstance.mobility}}\nOr wait.", [],
                ["Bring it.\nOr wait."]
            ),
            ("A{{#circumstance.money}} b{{/circumstance.money}}{{^recovery}} c{{/recovery}}.", [.money], ["A b c."]),
            (
                "A{{#circumstance.repeat_contact}}{{#recovery}} b{{/recovery}}{{/circumstance.repeat_contact}}.",
                [.repeatContact], ["A b."]
            ),
            ("One.\n\n{{#signal.urgent}}\nTwo.\n{{/signal.urgent}}\n\nThree.", [], ["One.", "Three."]),
            ("{{! a remark }}\nOne.", [], ["One."]),
        ] as [(String, [NamedCircumstance.Kind], [String])]
    )
    func sections(_ text: String, _ circumstances: [NamedCircumstance.Kind], _ expected: [String]) throws {
        let reading = Fixture.reading("x", circumstances: circumstances)
        let paragraphs = try Fixture.paragraphs("## gain\n\(text)", reading: reading)
        #expect(Array(paragraphs.suffix(expected.count)) == expected)
        #expect(paragraphs.count == expected.count + (circumstances == [.repeatContact] ? 1 : 0), "\(paragraphs)")
    }

    @Test("chat gets the short form, or the long form's gain, next and limit", arguments: [true, false])
    func shortForm(_ isWritten: Bool) throws {
        let long = "## same page\nYou ask.\n## gain\nYes.\n## doing\nNow.\n## next\nSoon.\n"
        var inbox = Fixture.inbox
        #expect(try Fixture.paragraphs(long, inbox: inbox) == ["You ask.", "Yes.", "Now.", "Soon."])
        inbox.form = .chat
        let text = isWritten ? long + "# short\n## gain\nYes, soon.\n" : long
        #expect(try Fixture.paragraphs(text, inbox: inbox) == (isWritten ? ["Yes, soon."] : ["Yes.", "Soon."]))
    }

    @Test(
        "a customer is addressed as the inbox does it, unless somebody said otherwise",
        arguments: [
            (Formality.formal, nil, "Ihre Bestellung, Sie."), (.informal, nil, "deine Bestellung."),
            (.formal, .informal, "deine Bestellung."), (.informal, .formal, "Ihre Bestellung, Sie."),
        ] as [(Formality, Formality?, String)]
    )
    func formality(_ inbox: Formality, _ customer: Formality?, _ expected: String) throws {
        var ours = Fixture.inbox
        ours.formality = inbox
        let situation = ReplySituation(customer: CustomerRecord(formality: customer))
        let text = "## gain\n{Ihre|deine} Bestellung{{#formal}}, Sie{{/formal}}{|}."
        #expect(try Fixture.paragraphs(text, situation: situation, inbox: ours) == [expected])
    }

    @Test(
        "braces that are no mark stay what they are, and are written as such",
        arguments: ["a {b} c", "{}", "a | b", "\\{a|b\\}", "{a", "a|b}"]
    )
    func otherBraces(_ words: String) throws {
        #expect(try Fixture.paragraphs("## gain\n\(words)") == [words])
    }

    @Test("the draft knows where its moves stand, in its own text and as the customer will read it")
    func spans() throws {
        let text = "## same page\nYou ask: *what*?\n## gain\nIt comes ➜ on [[day]].\n\nSee [there](https://x.example)."
        let slot = Slot(name: "day", label: "When?", kind: .date, value: nil)
        var draft = try #require(
            Fixture.composer(try Fixture.template(text, slots: [slot]))
                .draft(reading: Fixture.reading("x"), content: Fixture.content(), inbox: Fixture.inbox)
        )
        #expect(
            Self.moves(draft.moves, draft.text) == [
                "same page: You ask: *what*?", "gain: It comes ➜ on [[day]].\n\nSee [there](https://x.example).",
            ]
        )
        draft.slots[0].value = "2026-03-04"
        let readable = ReadableDraft(draft)
        #expect(
            Self.moves(readable.moves, readable.text) == [
                "same page: You ask: what?",
                "gain: It comes ➜ on 4 March 2026.\n\nSee there (https://x.example).",
            ]
        )
    }

    @Test("after an edit the moves that a person left as they were are still known")
    func keptSpans() throws {
        let draft = try #require(
            Fixture.composer(try Fixture.template("## gain\nYou have it.\n## next\nSoon.\n## ahead\nSoon."))
                .draft(reading: Fixture.reading("x"), content: Fixture.content(), inbox: Fixture.inbox)
        )
        var edited = draft
        edited.text = "Dear Anna 😀,\n\nIt is here.\n\nSoon.\n\nSoon.\n\nBye"
        #expect(Self.moves(edited.movesKept(from: draft), edited.text) == ["next: Soon.", "ahead: Soon."])
        #expect(edited.movesKept(from: draft).map(\.start) == [27, 34])
        #expect(draft.movesKept(from: draft) == draft.moves)
    }

    private static func moves(_ spans: [MoveSpan], _ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return spans.map { "\($0.move.rawValue): \(String(String.UnicodeScalarView(scalars[$0.start..<$0.end])))" }
    }
}

@Suite("What the customer will read keeps its moves, whatever they hold")
struct ReadableDraftTests {
    @Test(
        "pieces that reach over each other are read as a whole",
        arguments: [
            ("One.", "Two."), ("- one", "- two"), ("One <!--", "two --> three."), ("[a]", "[a]: https://x.example"),
            ("```\ncode", "more\n```"), ("1. one", "2. two"), ("> one", "> two"), ("One [[more]]", "Two [[day]]."),
            ("*One", "two*"), ("Title\n===", "Two"),
        ]
    )
    func whole(_ first: String, _ second: String) throws {
        let slots = [
            Slot(name: "more", label: "More?", isRequired: false), Slot(name: "day", label: "When?", kind: .date),
        ].filter { (first + second).contains("[[\($0.name)]]") }
        let composer = Fixture.composer(try Fixture.template("## gain\n\(first)\n## next\n\(second)", slots: slots))
        let draft = try #require(
            composer.draft(reading: Fixture.reading("x"), content: Fixture.content(), inbox: Fixture.inbox)
        )
        let readable = ReadableDraft(draft)
        #expect(readable.text == DraftRendering(draft).text)
        let scalars = Array(readable.text.unicodeScalars)
        for span in readable.moves {
            let words = String(String.UnicodeScalarView(scalars[span.start..<span.end]))
            #expect(!words.isEmpty && !words.hasPrefix("\n") && !words.hasPrefix("Hello"))
        }
    }
}
