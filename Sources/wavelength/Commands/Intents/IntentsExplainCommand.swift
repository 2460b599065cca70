import ArgumentParser
import Foundation
import Model
import Reading
import Scoring

struct IntentsExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Why a text gets its intent: every keyword's part, the runner-up, and what would have changed it."
    )

    @OptionGroup var files: IntentOptions

    @Option(help: "Its language, such as de. Default: told by the text, else English.")
    var language: String?

    @Flag(help: "One line of JSON.")
    var json = false

    @Argument(help: "The text; - is standard input.")
    var text: String

    func run() throws {
        let text = try text == "-" ? Self.standardInput() : text
        let language = language ?? LanguageDetector.language(of: text, default: "en")
        let explained = ExplainedText(text, language: language, by: try files.reader())
        print(json ? try Terminal.json(explained) : explained.forPeople)
    }

    private static func standardInput() throws -> String {
        String(decoding: try FileHandle.standardInput.readToEnd() ?? Data(), as: UTF8.self)
    }
}
