import Foundation
import Model
import Replies
import Testing

@Suite("What we cannot do is said early, with what we can")
struct LimitsTests {
    static let now = Date(timeIntervalSince1970: 1_770_000_000)

    static func limit(
        _ id: String = "sundays",
        intents: [String] = [],
        keywords: [String] = [],
        until: Int = 20_600
    ) -> Limit {
        Limit(
            id: id,
            what: ["en": "deliver on Sundays"],
            reason: ["en": "our carrier rests"],
            alternatives: [["en": "Saturday is possible."], ["en": "So is Monday."]],
            until: CalendarDay(number: until),
            owner: "anna",
            intents: intents,
            keywords: ["en": keywords]
        )
    }

    static let named =
        "Until 27 May 2026 we cannot deliver on Sundays, our carrier rests. Saturday is possible. So is Monday."
    static let text = "## same page\nYou ask.\n## gain\nIt comes.\n"

    static func draft(
        _ text: String = text,
        _ message: String = "x",
        limits: [Limit],
        named: [String] = []
    ) throws -> DraftBody? {
        let template = try Fixture.template(text) { $0.limits = named.map { NamedLine($0, line: 3) } }
        return Fixture.composer(template).draft(
            reading: Fixture.reading(message),
            content: Fixture.content(subject: "Hello"),
            inbox: Fixture.inbox,
            situation: ReplySituation(limits: limits, at: now)
        )
    }

    @Test(
        "a limit is touched by its intents, its words, or a template that names it",
        arguments: [
            (limit(intents: ["order.where"]), "x", [], true),
            (limit(intents: ["return"]), "x", ["sundays"], true),
            (limit(keywords: ["on sunday"]), "Can it come on Sundays?", [], true),
            (limit(keywords: ["on sunday"]), "Can it come on Monday?", [], false),
            (limit(keywords: ["on sunday"]), "Can it come on Monday?", ["sundays"], false),
            (limit(), "x", [], false),
            (limit(intents: ["order.where"], until: 20_000), "x", ["sundays"], false),
        ] as [(Limit, String, [String], Bool)]
    )
    func touched(_ limit: Limit, _ message: String, _ named: [String], _ isTouched: Bool) throws {
        let draft = try Self.draft(Self.text, message, limits: [limit], named: named)
        #expect(draft?.limits == (isTouched ? ["sundays"] : []))
        #expect(Fixture.paragraphs(of: draft) == ["You ask."] + (isTouched ? [Self.named] : []) + ["It comes."])
    }

    @Test("a template's own limit move stands in for the part, and is silent without a limit")
    func ownMove() throws {
        let text = Self.text + "## limit\nNot {{limit.what}} before {{limit.until}}.\n"
        let limits = [Self.limit(intents: ["order.where"])]
        #expect(
            Fixture.paragraphs(of: try Self.draft(text, limits: limits)) == [
                "You ask.", "Not deliver on Sundays before 27 May 2026.", "It comes.",
            ]
        )
        #expect(Fixture.paragraphs(of: try Self.draft(text, limits: [])) == ["You ask.", "It comes."])
        let fixed = Self.text + "## limit\nNever by pigeon.\n"
        #expect(Fixture.paragraphs(of: try Self.draft(fixed, limits: [])).last == "Never by pigeon.")
    }

    @Test("every limit that is touched is named, and words in another language are for a person to write")
    func several() throws {
        var german = Self.limit("de", intents: ["order.where"])
        german.what = ["de": "sonntags liefern"]
        let draft = try Self.draft(limits: [Self.limit(intents: ["order.where"]), german])
        #expect(draft?.limits == ["sundays", "de"])
        #expect(draft?.slots.map(\.name) == ["limit_what"])
        #expect(draft?.moves.map(\.move) == [.samePage, .limit, .limit, .gain])
    }

    @Test("what a template never does stays where it is, beside a limit that is in force")
    func ownLimit() throws {
        let text = Self.text + "## limit\nWe send no ice.\n"
        let draft = try Self.draft(text, limits: [Self.limit(intents: ["order.where"])])
        #expect(Fixture.paragraphs(of: draft) == ["You ask.", Self.named, "It comes.", "We send no ice."])
        #expect(draft?.limits == ["sundays"])
    }
}
