import ConfigurationFiles
import Model
import Replies
import Testing

@Suite("The files of the charter")
struct CharterFileTests {
    private static let words = """
        labels:
          - id: vague_time
            keywords:
              en: {asap: 1}
        """

    private static func load(_ files: [String: String]) -> LoadedConfiguration {
        LoadedConfiguration(
            files: files.map { ConfigurationFile(path: "config/charter/\($0.key).yaml", text: $0.value) },
            directories: Files.directories
        )
    }

    private static func problems(_ files: [String: String]) -> [String] {
        load(files).problems.filter { $0.file.hasPrefix("config/charter/") }.map(\.description)
    }

    @Test("what comes along loads without a problem")
    func shipped() {
        let loaded = ConfigurationFolder(ShippedFilesTests.directories).load()
        #expect(loaded.problems.filter { $0.file.hasPrefix("config/charter/") } == [])
        #expect(loaded.charter != nil)
    }

    @Test("without any, only checks that need no words find something")
    func none() throws {
        let charter = Charter(try #require(Self.load([:]).charter))
        let report = charter.report(ReplyToCheck(text: "Hello {{name}}, it comes asap.\n\nAnna", language: "en"))
        #expect(report.findings.map(\.check) == ["leftover_placeholder"])
    }

    @Test("words stand in any number of files, and severities in one")
    func several() throws {
        let checks = "severity: {vague_promise: block, no_signature_person: off}\ncost: {vague_promise: 50}"
        let loaded = Self.load([
            "words": Self.words, "checks": checks,
            "more": "labels: [{id: commitment, keywords: {en: {we call you: 1}}}]",
        ])
        let charter = Charter(try #require(loaded.charter))
        let report = charter.report(ReplyToCheck(text: "We call you asap.", language: "en"))
        let finding = try #require(report.findings.first { $0.check == "vague_promise" })
        #expect(finding.severity == .block)
        #expect(finding.span == TextSpan(text: "asap", start: 12, end: 16))
        #expect(!report.findings.contains { $0.check == "no_signature_person" })
        #expect(report.score == 50)
    }

    @Test(
        "faults are told with file and line",
        arguments: [
            (
                ["words": "labels:\n  - id: vague_tme\n    keywords: {en: {asap: 1}}"],
                "words.yaml:2: error: no check knows the label “vague_tme”; "
            ),
            (["checks": "severity:\n  blam: block"], "checks.yaml:2:3: error: there is no check “blam”; did you mean"),
            (["checks": "severity: {blame: loud}"], "checks.yaml:1:19: error: a severity is block, warn, hint or off"),
            (["checks": "cost: {blame: 900}"], "checks.yaml:1:15: error: a cost is a whole number from 0 to 100"),
            (["words": words, "more": words], "words.yaml:2:5: error: the label “vague_time” is given twice"),
        ]
    )
    func faults(_ files: [String: String], _ expected: String) {
        let problems = Self.problems(files)
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("config/charter/\(expected)") == true, "\(problems)")
        #expect(Self.load(files).charter == nil)
    }
}
