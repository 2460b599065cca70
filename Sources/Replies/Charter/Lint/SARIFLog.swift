import Model

/// Findings as editors and build servers read them: a log of SARIF 2.1.0 (OASIS) with one run.
package struct SARIFLog: Encodable, Sendable {
    private let findings: [LintFinding]
    private let toolVersion: String

    /// - Parameter toolVersion: of the program that found them.
    package init(_ findings: [LintFinding], toolVersion: String) {
        self.findings = findings
        self.toolVersion = toolVersion
    }

    private enum Key: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode("https://json.schemastore.org/sarif-2.1.0.json", forKey: .schema)
        try container.encode("2.1.0", forKey: .version)
        let driver = Driver(name: "wavelength", version: toolVersion, rules: Charter.checks.map { Rule(check: $0) })
        let run = Run(tool: Tool(driver: driver), columnKind: "unicodeCodePoints", results: findings.map { Result($0) })
        try container.encode([run], forKey: .runs)
    }

    private struct Run: Encodable {
        let tool: Tool
        let columnKind: String
        let results: [Result]
    }

    private struct Tool: Encodable {
        let driver: Driver
    }

    private struct Driver: Encodable {
        let name: String
        let version: String
        let rules: [Rule]
    }

    /// A `reportingDescriptor` (§3.49).
    private struct Rule: Encodable {
        let id: String
        let shortDescription: Text
        let help: Text

        init(check: String) {
            id = check
            shortDescription = Text(text: Charter.advice(of: check) ?? check)
            help = Text(text: "See \(Charter.page(of: check) ?? "seeds/charter/")")
        }
    }

    private struct Text: Encodable {
        let text: String
    }

    /// §3.27.
    private struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Text
        let locations: [Location]

        init(_ found: LintFinding) {
            ruleId = found.finding.check
            ruleIndex = Charter.checks.firstIndex(of: found.finding.check) ?? -1
            level =
                switch found.finding.severity {
                case .block: "error"
                case .warn: "warning"
                case .hint: "note"
                }
            message = Text(text: found.finding.message)
            locations = [Location(physicalLocation: PhysicalLocation(found))]
        }
    }

    private struct Location: Encodable {
        let physicalLocation: PhysicalLocation
    }

    /// §3.29.
    private struct PhysicalLocation: Encodable {
        let artifactLocation: Artifact
        let region: Region

        init(_ found: LintFinding) {
            artifactLocation = Artifact(uri: found.file)
            region = Region(startLine: max(1, found.line ?? 1))
        }
    }

    private struct Artifact: Encodable {
        let uri: String
    }

    private struct Region: Encodable {
        let startLine: Int
    }
}
