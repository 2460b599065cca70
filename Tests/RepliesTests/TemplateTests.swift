import Model
import Replies
import Testing

@Suite("Templates are checked when they are loaded")
struct TemplateTests {
    @Test("moves come in the order of the file, by the names of the design")
    func movesInOrder() throws {
        let template = try Fixture.template("## gain\nIt comes.\n\n## Same  Page\nYou ask.\n## next\nSoon.\n")
        #expect(template.moves.map(\.name) == [.gain, .samePage, .next])
    }

    @Test(
        "a broken text is refused with its line and what to do",
        arguments: [
            ("", 10, "no move"),
            ("Hello\n## gain\nx", 10, "text above the first move"),
            ("## gian\nx", 10, "did you mean “gain”?"),
            ("## gain\nx\n## gain\ny", 12, "is there twice"),
            ("## gain\n\n## next\nx", 10, "is empty"),
            ("## gain\n\nHi {{customer.firstname}}", 12, "did you mean “customer.first_name”?"),
            ("## gain\nHi {{sku}}", 11, "known here: customer.first_name"),
            ("## gain\n{{#ask}}\nx", 11, "never closed"),
            ("## gain\n{{#ask}}x{{/subject}}", 11, "stands where {{/ask}} is expected"),
            ("## gain\nx{{/ask}}", 11, "never opened"),
            ("## gain\n{{ask", 11, "has no “}}”"),
            ("## gain\n{{{ask}}}", 11, "has no use in a template"),
            ("## gain\n{{>part}}", 11, "no part can be included"),
            ("## gain\n{Ihre|deine|eure} Frage", 11, "more than one bar"),
            ("## gain\nx\n{Ihre {{ask}}|deine}", 12, "holds no double braces"),
            ("## gain\n{{distress}}", 11, "is a condition and has no text"),
            (
                "## gain\n{{#circumstance.mobilty}}x{{/circumstance.mobilty}}", 11,
                "did you mean “circumstance.mobility”?"
            ),
            ("## gain\n{{lookup.order}}", 11, "unknown placeholder"),
            ("## gain\nx\n# shrot\n## gain\nx", 12, "“# short” begins the short form"),
            ("## gain\nx\n# short\n\n", 12, "the short form is empty"),
            ("## gain\nx\n# short\nx", 13, "text above the first move"),
            ("## gain\nx\n# short\n## gain\ny\n# short\n## gain\nz", 15, "is there twice"),
            ("## gain\n[[goodwill]]", 11, "add “goodwill: [id, …]”"),
            ("## gain\n{{=<% %>=}}", 11, "has no use in a template"),
            ("## gain\n{{uppercased(ask)}}", 11, "unknown placeholder"),
            ("## gain\n\n\nOn [[day]]", 13, "the slot [[day]] is not declared"),
        ]
    )
    func brokenText(_ body: String, _ line: Int, _ words: String) throws {
        let error = try #require(throws: TemplateError.self) { try Fixture.template(body) }
        #expect(error.faults.first?.line == line)
        #expect(error.faults.first?.message.contains(words) == true, "\(error.faults)")
    }

    @Test("every fault is reported, not only the first")
    func allFaults() throws {
        let error = try #require(throws: TemplateError.self) {
            try Fixture.template("## gian\nx\n## gain\n{{sku}} {{ask\n")
        }
        #expect(error.faults.map(\.line) == [10, 13])
    }

    @Test("slots that are declared and unused, misnamed, kept or doubled are faults at their own line")
    func slotFaults() throws {
        let names = ["day", "a b", "customer_name", "other", "other"]
        let error = try #require(throws: TemplateError.self) {
            try Fixture.template("## gain\n[[othr]]", slots: names.map { Slot(name: $0, label: "?") })
        }
        #expect(error.faults.map(\.line) == [3, 4, 5, 6, 7, 7, 11])
        #expect(error.faults.last?.message.contains("did you mean [[other]]?") == true)
    }

    @Test("a promise may be due only by a slot that is declared")
    func promiseSlot() throws {
        let promise = PromiseDeclaration.promise(PromisePlan(what: "It arrives", by: .slot("day"), line: 5))
        let source = TemplateSource(
            name: "x",
            language: "en",
            frontMatter: FrontMatter(title: "x", promise: promise),
            body: "## gain\nx",
            bodyLine: 8
        )
        let error = try #require(throws: TemplateError.self) { try Template(source) }
        #expect(error.faults.map(\.line) == [5])
    }

}
