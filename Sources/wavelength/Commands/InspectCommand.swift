import ArgumentParser
import ConfigurationFiles
import Foundation
import Model
import Pipeline
import Reading
import Replies
import StorageSQLite

struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what would be read from mail files, and what would be drafted. Touches no store.",
        discussion: """
            Needs config/intents/ and templates/; with config/wavelength.yaml the inbox's own addresses, language and \
            signature are used. With --json one line of JSON for each file.
            """
    )

    @OptionGroup var root: RootOptions

    @Option(name: .long, help: "Read as mail of this inbox. Default: the first one configured.")
    var inbox: String?

    @Flag(name: .long, help: "One line of JSON for each file.")
    var json = false

    @Argument(help: "RFC 5322 files; - is standard input.")
    var files: [String]

    @Flag(name: .long, help: "Ask the look-ups of config/lookups.yaml.")
    var lookups = false

    func run() async throws {
        let directories = Directories(root: root.path, data: root.path)
        let configuration = ConfigurationFolder(directories).load()
        let inspection = try Inspection(configuration, inbox: inbox, asksOthers: lookups)
        var failures = 0
        for file in files {
            do {
                let result = await inspection.inspect(try bytes(of: file), file: file)
                print(json ? try Terminal.json(result) : result.forPeople)
            } catch let failure as CommandFailure {
                Terminal.complain(failure.sentence)
                failures += 1
            }
        }
        guard failures == 0 else { throw CommandFailure("\(failures) of \(files.count) files could not be read.") }
    }

    private func bytes(of file: String) throws -> [UInt8] {
        if file == "-" { return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure("\(file) cannot be read.")
        }
        return [UInt8](data)
    }
}

/// Reading and drafting without a store.
private struct Inspection {
    private let preparation: MessagePreparation
    private let inbox: InboxName
    private let circumstances: Circumstances

    init(_ configuration: LoadedConfiguration, inbox: String?, asksOthers: Bool) throws {
        let settings = configuration.settings ?? Settings(inboxes: [])
        let name = inbox.map { InboxName($0) } ?? settings.fallbackInbox.name
        if inbox != nil, !settings.inboxes.contains(where: { $0.inbox.name == name }) {
            throw CommandFailure("There is no inbox \(name) in the configuration.")
        }
        self.inbox = name
        preparation = try MessagePreparation(
            configuration,
            settings: settings,
            token: MessageToken(secret: Program.random(32))
        )
        // A desk without a past: no customer is known, nothing was ever promised.
        circumstances = try Circumstances(
            configuration,
            settings,
            preparation,
            store: SQLiteStore.empty(),
            asksOthers: asksOthers
        )
    }

    func inspect(_ bytes: [UInt8], file: String) async -> InspectedFile {
        let message = UnreadMessage(
            id: Message.ID(rawValue: 1),
            inbox: inbox,
            raw: bytes,
            circumstance: .live,
            takenAt: Program.now()
        )
        let filing = await preparation.prepare(message, at: Program.now(), circumstances: circumstances)
        return InspectedFile(file: file, filing) { body in
            preparation.report(
                on: body,
                answering: filing.reading,
                filing.content,
                inbox: preparation.inbox(inbox)
            )
        }
    }
}
