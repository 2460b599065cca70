import ArgumentParser
import ConfigurationFiles
import Foundation
import Model
import Reading
import StorageSQLite

struct IntentsTryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "What would an edit of keywords have changed in the messages of the past?",
        discussion: """
            With --with, the edited copies take the place of the files of the same name under config/intents, and the \
            past is read both ways: what the daemon uses stays as it is. Without, what the files and weights say now is \
            held against what was read when each message came.
            """
    )

    @OptionGroup var files: IntentOptions

    @Option(name: .customLong("with"), help: "An edited copy of a file of config/intents; may be given several times.")
    var edited: [String] = []

    @Option(help: "Look at so many messages, the newest.")
    var last = 100_000

    @Option(help: "Show so many of the messages that change.")
    var show = 10

    @Flag(help: "One line of JSON.")
    var json = false

    func run() async throws {
        let before = edited.isEmpty ? nil : try files.reader()
        let after = try files.reader(with: try edited.map(Self.file))
        let store = try DataFolder(existing: files.data.path).openStore()
        let messages = try await store.pastMessages(limit: max(0, last))
        try await store.close()
        let clock = ContinuousClock()
        let start = clock.now
        let trial = await IntentTrial(messages, before: before, after: after)
        let result = TrialResult(trial, shown: show, seconds: (clock.now - start) / .seconds(1))
        print(json ? try Terminal.json(result) : result.forPeople)
    }

    private static func file(_ path: String) throws -> ConfigurationFile {
        guard let data = FileManager.default.contents(atPath: path),
            let text = String(validating: data, as: UTF8.self)
        else { throw CommandFailure("\(path) cannot be read as UTF-8.") }
        let name = URL(filePath: path).lastPathComponent
        return ConfigurationFile(path: LoadedConfiguration.intentsFolder + name, text: text)
    }
}

/// What an edit would have changed, in the keys of its JSON.
private struct TrialResult: Encodable {
    struct Kind: Encodable {
        var before: [String]
        var after: [String]
        var count: Int
    }

    struct Example: Encodable {
        var message: Int64
        var before: [String]
        var after: [String]
        var text: String
    }

    var looked: Int
    var changed: Int
    var kinds: [Kind]
    var examples: [Example]
    var seconds: Double

    init(_ trial: IntentTrial, shown: Int, seconds: Double) {
        looked = trial.looked
        changed = trial.changes.count
        kinds = trial.kinds.map { Kind(before: $0.before, after: $0.after, count: $0.count) }
        examples = trial.changes.prefix(max(0, shown)).map {
            Example(message: $0.message.rawValue, before: $0.before, after: $0.after, text: Self.line($0.text))
        }
        self.seconds = seconds
    }

    private static func line(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 120 ? words.prefix(119) + "…" : words
    }

    var forPeople: String {
        let share = looked == 0 ? 0 : Double(changed) / Double(looked) * 100
        let time = seconds.formatted(.number.precision(.fractionLength(1)))
        let head =
            "\(changed) of \(looked) messages would be read otherwise "
            + "(\(share.formatted(.number.precision(.fractionLength(1)))) %), found in \(time) s."
        let kinds = kinds.prefix(30).map { "  \($0.count)\t\(Self.names($0.before)) → \(Self.names($0.after))" }
        let examples = examples.map {
            "  message \($0.message): \(Self.names($0.before)) → \(Self.names($0.after))\n    \($0.text)"
        }
        return ([head] + kinds + (examples.isEmpty ? [] : [""]) + examples).joined(separator: "\n")
    }

    private static func names(_ intents: [String]) -> String {
        intents.isEmpty ? "not clear" : intents.joined(separator: " + ")
    }
}
