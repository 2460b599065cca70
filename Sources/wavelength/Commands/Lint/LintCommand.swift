import ArgumentParser
import ConfigurationFiles
import Foundation
import MIME
import Model
import Reading
import Replies

struct LintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Look at templates, or at any reply, with the charter. Touches no store.",
        discussion: """
            Templates are looked at as they come out with sample values. A text is looked at alone, or as the answer to a \
            mail. Each finding names its page in seeds/charter/. Ends with 1 where one of them keeps a reply from being \
            released. The words stand in config/charter/.
            """
    )

    @OptionGroup var root: RootOptions

    @Option(name: .long, help: "A reply as plain text; - is standard input.")
    var text: String?

    @Option(name: .long, help: "The RFC 5322 file that --text answers.")
    var replyTo: String?

    @Option(name: .long, help: "The language of --text, such as en. Default: told from the text.")
    var language: String?

    @Flag(name: .long, help: "Print the findings as one line of JSON.")
    var json = false

    @Flag(name: .long, help: "Print the findings as a log of SARIF 2.1.0, for editors and build servers.")
    var sarif = false

    @Argument(help: "Template files and folders, such as templates/.")
    var templates: [String] = []

    func validate() throws {
        if text == nil, templates.isEmpty { throw ValidationError("Name templates, such as templates/, or a --text.") }
        if text != nil, !templates.isEmpty { throw ValidationError("Either templates or a --text, not both.") }
        if text == nil, replyTo != nil { throw ValidationError("--reply-to goes with --text.") }
        if json, sarif { throw ValidationError("Either --json or --sarif, not both.") }
    }

    func run() async throws {
        let directories = Directories(root: root.path, data: root.path)
        let folder = ConfigurationFolder(directories)
        let configuration = folder.load()
        guard let charter = configuration.charter else {
            throw CommandFailure("config/charter/ cannot be used: wavelength check says why.")
        }
        let findings =
            if let text {
                try lint(text, with: charter, configuration)
            } else {
                try lint(folder.templates(below: templates), with: charter, configuration)
            }
        try tell(findings)
        let blocking = findings.count { $0.finding.severity == .block }
        guard blocking == 0 else { throw CommandFailure("\(blocking) of \(findings.count) findings block.") }
    }

    private func lint(
        _ files: [ConfigurationFile],
        with charter: CharterLexicons,
        _ configuration: LoadedConfiguration
    ) throws -> [LintFinding] {
        guard !files.isEmpty else {
            throw CommandFailure("There are no templates at \(templates.joined(separator: ", ")).")
        }
        let paths = Set(files.map(\.path))
        let broken = configuration.problems.filter { $0.severity == .error && paths.contains($0.file) }
        for problem in broken { Terminal.complain("\(problem)") }
        guard broken.isEmpty else { throw CommandFailure("\(broken.count) problems keep templates from being used.") }
        return TemplateLint(charter: charter, templates: configuration.templates).findings(in: files)
    }

    private func lint(
        _ file: String,
        with charter: CharterLexicons,
        _ configuration: LoadedConfiguration
    ) throws -> [LintFinding] {
        guard let lexicons = configuration.lexicons else {
            throw CommandFailure("The lists in config/ cannot be used: wavelength check says why.")
        }
        let reader = try MessageReader(lexicons, wordList: { WordLists.installed($0) })
        guard let text = String(validating: try bytes(of: file), as: UTF8.self) else {
            throw CommandFailure("\(file) is not UTF-8.")
        }
        let message = try replyTo.map { path in
            let raw = try bytes(of: path)
            return MessageToRead(ParsedMessage(parsing: raw), size: raw.count)
        }
        return TextLint(charter: charter, reader: reader)
            .findings(in: text, file: file, answering: message, language: language, time: Program.now())
    }

    private func bytes(of file: String) throws -> [UInt8] {
        if file == "-" { return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure("\(file) cannot be read.")
        }
        return [UInt8](data)
    }

    private func tell(_ findings: [LintFinding]) throws {
        if json {
            print(try Terminal.json(findings))
        } else if sarif {
            print(try Terminal.json(SARIFLog(findings, toolVersion: Wavelength.configuration.version)))
        } else {
            for finding in findings { print(finding.description) }
            if findings.isEmpty { print("The charter has nothing to say.") }
        }
    }
}
