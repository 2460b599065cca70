import Model
import Replies
import Testing

@Suite("Parts are written once and used by many")
struct PartsTests {
    static let parts = LanguageParts([
        "courier": PartSource(text: "Our courier comes{{#signal.urgent}} today{{/signal.urgent}}.\n# short\nCourier."),
        "both": PartSource(text: "{{> courier}} {{> _hours}}"), "hours": PartSource(text: "Nine to five."),
        "asked": PartSource(
            text: "At [[time]].",
            slots: [SlotDeclaration(slot: Slot(name: "time", label: "At what time?"), line: 2)]
        ),
    ])

    @Test("an included part is rendered as if it stood there, with its slots, in long and short")
    func included() throws {
        let text = "## gain\nWell: {{> both}}\n\n{{> asked}}\n# short\n## gain\n{{> courier}}"
        let composer = Fixture.composer(try Fixture.template(text, parts: Self.parts))
        var inbox = Fixture.inbox
        let reading = Fixture.reading("x", signals: Signals(urgency: 3))
        let draft = composer.draft(reading: reading, content: Fixture.content(), inbox: inbox)
        #expect(Fixture.paragraphs(of: draft) == ["Well: Our courier comes today. Nine to five.", "At [[time]]."])
        #expect(draft?.slots.map(\.label) == ["At what time?"])
        inbox.form = .chat
        let short = composer.draft(reading: reading, content: Fixture.content(), inbox: inbox)
        #expect(Fixture.paragraphs(of: short) == ["Courier."])
    }

    @Test("parts that include each other, or nothing that is there, are faults with the way that leads back")
    func cycles() {
        let parts = LanguageParts([
            "a": PartSource(text: "x\n{{> b}}"), "b": PartSource(text: "{{> c}}", line: 4),
            "c": PartSource(text: "{{> a}}"), "d": PartSource(text: "{{> a}}"), "e": PartSource(text: "{{> nothing}}"),
            "g": PartSource(text: "fine"),
        ])
        let faults = parts.faults.map { "\($0.part):\($0.faults.map { "\($0.line) \($0.message)" }.joined())" }
        #expect(
            faults == [
                "a:2 the part “_b.md” cannot be used: see there", "b:4 the part “_c.md” cannot be used: see there",
                "c:1 {{> a}} leads back to itself: _a.md → _b.md → _c.md → _a.md",
                "d:1 the part “_a.md” cannot be used: see there",
                "e:1 there is no part “_nothing.md”; known here: a, b, c, d, e, g",
            ]
        )
        #expect(parts.names == ["g"])
    }

    @Test("a part's slots are declared like a template's, but for those with a meaning of their own")
    func slots() {
        let parts = LanguageParts([
            "ask_left": PartSource(text: "{{ask}}: [[answer]]"), "limit": PartSource(text: "[[answer]]"),
            "greeting": PartSource(text: "{a|b|c}"),
        ])
        #expect(parts.faults.map(\.part) == ["greeting", "limit"])
    }

    @Test("an inbox's own template and parts take the place of the general ones, for it alone")
    func inboxes() throws {
        let shop = InboxName("shop")
        let own = try Fixture.template("## gain\nOwn.", inbox: shop)
        let set = TemplateSet(
            templates: [try Fixture.template("## gain\nGeneral."), own],
            parts: ["en": Fixture.parts],
            inboxParts: [shop: ["en": LanguageParts(["greeting": PartSource(text: "Hi!")])]]
        )
        var inbox = Fixture.inbox
        let draft = { (inbox: Inbox) in
            DraftComposer(templates: set)
                .draft(reading: Fixture.reading("x"), content: Fixture.content(), inbox: inbox)?.text
        }
        #expect(draft(inbox)?.hasPrefix("Hello Anna,\n\nGeneral.") == true)
        inbox.name = shop
        #expect(draft(inbox)?.hasPrefix("Hi!\n\nOwn.") == true)
        #expect(set.languages(of: "order.where") == ["en"])
        #expect(set.all.map(\.inbox) == [nil, shop])
    }
}
