import ArgumentParser
import ConfigurationFiles
import Foundation
import Model
import Pipeline
import Replies
import Storage
import StorageSQLite

struct TemplatesTryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "What would an edit of templates have changed in the drafts of the past?",
        discussion: """
            The last messages whose draft comes from the template are drafted for again: with --with both ways, by the \
            files and with the edited copies in their place; without, what the files say now is held against what was \
            drafted when each message came. Shows the drafts that differ, slots that would be open, what the charter \
            finds and no longer finds, and what would be over budget if one ordinary agent gave the dearest offer of \
            every draft. Nothing that the daemon uses is touched.
            """
    )

    @OptionGroup var root: RootOptions
    @OptionGroup var data: DataOptions

    @Option(
        name: .customLong("with"),
        help: "An edited copy of a template or part, such as …/en/order.late.md; may be given several times."
    )
    var edited: [String] = []

    @Option(help: "The language of edited copies whose path does not say it, such as de.")
    var language: String?

    @Option(help: "Draft again for so many messages, the newest.")
    var against = 200

    @Option(help: "Show so many of the drafts that change.")
    var show = 10

    @Flag(help: "Ask the look-ups of config/lookups.yaml, as they answer now.")
    var lookups = false

    @Flag(help: "One line of JSON.")
    var json = false

    @Argument(help: "The template's name, such as order.late.")
    var name: String

    func run() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let folder = ConfigurationFolder(Directories(root: root.path, data: data.path))
        let changed = try changedFiles(folder)
        try expectTemplate(in: changed)
        let settings = changed.settings ?? Settings(inboxes: [])
        let token = MessageToken(secret: Program.random(32))
        let after = try MessagePreparation(changed, settings: settings, token: token)
        let store = try DataFolder(existing: data.path).openStore()
        let messages = try await store.messagesDrafted(from: name, limit: max(0, against))
        let circumstances = try Circumstances(changed, settings, after, store: store, asksOthers: lookups)
        let past = await after.past(messages, circumstances)
        try await store.close()
        let trial = await TemplateTrial(past, before: before(after, folder), after: after, goodwill: changed.goodwill)
        let time = (clock.now - start) / .seconds(1)
        let result = TriedTemplate(name, trial, shown: show, seconds: time, asked: lookups || changed.lookups.isEmpty)
        print(json ? try Terminal.json(result) : result.forPeople)
    }

    /// nil where the past itself is what was before.
    private func before(_ after: MessagePreparation, _ folder: ConfigurationFolder) -> MessagePreparation? {
        edited.isEmpty ? nil : after.drafting(with: folder.load().templates)
    }

    /// The files with the edited copies in their place; throws where one of these cannot be used.
    private func changedFiles(_ folder: ConfigurationFolder) throws -> LoadedConfiguration {
        let files = try edited.map { try file($0, folder) }
        let configuration = folder.load(with: files)
        let paths = Dictionary(zip(files.map(\.path), edited), uniquingKeysWith: { $1 })
        let broken = configuration.problems.filter { $0.severity == .error && paths[$0.file] != nil }
        guard broken.isEmpty else {
            throw CommandFailure(
                broken.map { problem in
                    var problem = problem
                    problem.file = paths[problem.file] ?? problem.file
                    return problem.description
                }
                .joined(separator: "\n")
            )
        }
        return configuration
    }

    private func file(_ path: String, _ folder: ConfigurationFolder) throws -> ConfigurationFile {
        guard let data = FileManager.default.contents(atPath: path),
            let text = String(validating: data, as: UTF8.self)
        else { throw CommandFailure("\(path) cannot be read as UTF-8.") }
        let places = folder.templates(editedAt: URL(filePath: path).standardizedFileURL.path)
            .filter { language == nil || $0.split(separator: "/").dropLast().last.map(String.init) == language }
        guard places.count == 1, let place = places.first else {
            let which = places.isEmpty ? "no file below templates/ has that name" : places.joined(separator: " or ")
            throw CommandFailure(
                "\(path) stands for which template? \(which). Give --language, or copy it into a folder en/."
            )
        }
        return ConfigurationFile(path: place, text: text)
    }

    private func expectTemplate(in configuration: LoadedConfiguration) throws {
        let names = configuration.templates.names
        guard names.contains(name) else {
            throw CommandFailure("There is no template \(name); \(NearestName.hint(for: name, among: names)).")
        }
        if Occasion.templates.contains(name) {
            throw CommandFailure("\(name) answers no message: it can only be tried on what customers wrote.")
        }
    }
}
