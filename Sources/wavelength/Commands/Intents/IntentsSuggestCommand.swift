import ArgumentParser
import ConfigurationFiles
import Foundation
import Model
import Pipeline
import Reading
import Scoring
import StorageSQLite

struct IntentsSuggestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Words that would help: keywords missing where people had to say what a message is about.",
        discussion: "Prints lines that can be put into the files of config/intents as they are."
    )

    @OptionGroup var files: IntentOptions

    @Option(help: "At most so many for an intent and language.")
    var most = 5

    func run() async throws {
        let store = try DataFolder(existing: files.data.path).openStore()
        let labelled = try await store.labelledMessages(limit: Learner.mostExamples)
        try await store.close()
        guard !labelled.isEmpty else {
            throw CommandFailure(
                "There is nothing to go by yet: nobody has corrected an intent or released a drafted reply."
            )
        }
        let lexicons = try files.lexicons()
        let lesson = Learner.Lesson(examples: labelled, newest: nil)
        let weights = await Teaching(lexicon: .empty).file(from: lesson).weights
        let found = KeywordSuggestions(labelled, reader: try MessageReader(lexicons), weights: weights)
        print("# By the lists alone, \(found.misread) of \(labelled.count) messages are read otherwise than people do.")
        print(lines(found.suggestions).joined(separator: "\n"))
    }

    private func lines(_ suggestions: [KeywordSuggestions.Suggestion]) -> [String] {
        let byIntent = Dictionary(grouping: suggestions) { "\($0.intent), \($0.language)" }
        return byIntent.sorted { $0.key < $1.key }.flatMap { name, group in
            ["# \(name)"]
                + group.prefix(max(0, most)).map { suggestion in
                    let doubt = suggestion.elsewhere > 0 ? ", stands in \(suggestion.elsewhere) others too" : ""
                    let phrase =
                        suggestion.phrase.allSatisfy { $0.isLetter || $0 == " " }
                        ? suggestion.phrase : "\"\(suggestion.phrase)\""
                    return "        \(phrase): \(suggestion.weight.formatted())"
                        + "    # helps \(suggestion.helps)\(doubt)"
                }
        }
    }
}
