import ConfigurationFiles
import Foundation
import Model
import Reading
import Replies
import Testing

@Suite("Linting templates and texts")
struct LintTests {
    private static let loaded = ConfigurationFolder(ShippedFilesTests.directories).load()

    private static func lint(_ text: String, answering message: MessageToRead? = nil) throws -> [LintFinding] {
        let reader = try MessageReader(try #require(loaded.lexicons))
        return TextLint(charter: try #require(loaded.charter), reader: reader).findings(
            in: text,
            file: "reply.txt",
            answering: message,
            language: nil,
            time: Date(timeIntervalSince1970: 1_772_000_000)
        )
    }

    @Test("no template that comes along has a finding that blocks")
    func shippedTemplates() throws {
        let lint = TemplateLint(charter: try #require(Self.loaded.charter), templates: Self.loaded.templates)
        let files = ConfigurationFolder(ShippedFilesTests.directories).templates(below: ["templates/"])
        #expect(!files.isEmpty)
        let blocking = lint.findings(in: files).filter { $0.finding.severity == .block }
        #expect(blocking.map(\.description) == [])
    }

    @Test("a template's fault is told with its file and line")
    func templateFault() throws {
        let text = """
            ---
            title: Where is my order
            promise: none
            ---
            ## same page
            You want to know where your order is.

            ## gain
            Unfortunately we cannot tell you, this is against our policy.
            """
        let loaded = Files.load(templates: ["en/order.where": text, "en/unclear": Files.template])
        let lint = TemplateLint(charter: try #require(Self.loaded.charter), templates: loaded.templates)
        let file = ConfigurationFile(path: "templates/en/order.where.md", text: text)
        let findings = lint.findings(in: [file]).filter { $0.finding.severity == .block }
        #expect(findings.map(\.finding.check) == ["refusal_without_alternative"])
        #expect(findings.map(\.file) == ["templates/en/order.where.md"])
        #expect(findings.map(\.line) == [9])
    }

    @Test(
        "files below a folder are found, whichever way it is named",
        arguments: ["templates", "templates/", "./templates/en", "templates/en/return.md"]
    )
    func places(_ place: String) {
        let files = ConfigurationFolder(ShippedFilesTests.directories).templates(below: [place])
        #expect(files.contains { $0.path == "templates/en/return.md" })
        #expect(files.allSatisfy { $0.path.hasPrefix("templates/") })
    }

    @Test("a text alone is looked at without a message")
    func textAlone() throws {
        let findings = try Self.lint(
            "Hello Anna,\n\nwe will contact you as soon as possible.\n\nKind regards\nTom Baker"
        )
        #expect(findings.map(\.finding.check) == ["vague_promise"])
        #expect(findings.first?.line == 3)
        #expect(findings.first?.finding.span.text == "as soon as possible")
    }

    @Test("findings have the keys that editors expect")
    func json() throws {
        let findings = try Self.lint("Hello [Name],\n\nit is done.\n\nTom Baker")
        let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(findings))
        let first = try #require((encoded as? [[String: Any]])?.first)
        #expect(first["check"] as? String == "leftover_placeholder")
        #expect(first["severity"] as? String == "block")
        #expect(first["start"] as? Int == 6)
        #expect(first["end"] as? Int == 12)
        #expect((first["message"] as? String)?.isEmpty == false)
        #expect(first["page"] as? String == "seeds/charter/leftovers.md")
        #expect(first["line"] as? Int == 1)
    }

    @Test("the SARIF log has the structure of version 2.1.0")
    func sarif() throws {
        let findings = try Self.lint("Hello [Name],\n\nit is done.\n\nTom Baker")
        let data = try JSONEncoder().encode(SARIFLog(findings, toolVersion: "1.2.3"))
        let log = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        #expect((log["$schema"] as? String)?.contains("sarif-2.1.0") == true)
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "wavelength")
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.compactMap { $0["id"] as? String } == Charter.checks)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        let index = try #require(result["ruleIndex"] as? Int)
        #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
        #expect(result["level"] as? String == "error")
        #expect((result["message"] as? [String: Any])?["text"] is String)
        let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        #expect((location?["artifactLocation"] as? [String: Any])?["uri"] as? String == "reply.txt")
        #expect((location?["region"] as? [String: Any])?["startLine"] as? Int == 1)
    }

    @Test("every check has a page that is there", arguments: Charter.checks)
    func pages(_ check: String) throws {
        let page = try #require(Charter.page(of: check))
        let text = try String(contentsOfFile: "\(Files.root)/\(page)", encoding: .utf8)
        #expect(text.contains("`\(check)`"))
    }
}
