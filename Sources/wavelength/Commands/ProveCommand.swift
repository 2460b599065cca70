import ArgumentParser
import Channels
import ConfigurationFiles
import Curl
import Foundation
import Logging
import Model
import Storage

struct ProveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "List every mailbox anew and hold it against the store: is anything missing or doubled?",
        discussion: """
            The law of custody: taken = open + answered + parked. Exit code 1 if anything is missing, or if a mailbox \
            cannot be listed. Safe while the daemon runs; what arrived within the last moments may not be taken yet.
            """
    )

    @OptionGroup var root: RootOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var log: LogOptions

    @Option(name: .long, help: "The settings file, relative to the root.")
    var config = LoadedConfiguration.settingsPath

    @Flag(name: .long, help: "Print one line of JSON.")
    var json = false

    func run() async throws {
        let folder = try DataFolder(existing: data.path)
        let directories = Directories(root: root.path, data: folder.path)
        let configuration = ConfigurationFolder(directories, files: ConfigurationPaths(settings: config)).load()
        var logger = log.logger()
        logger.logLevel = max(log.logLevel, .error)
        let program = try Program(configuration, data: folder, logger: logger)
        let missing = try await missingItems(program)
        let proof = Proof(try await program.store.custody(), missing: missing.count)
        print(json ? try Terminal.json(proof) : proof.forPeople)
        for item in missing.prefix(20) { Terminal.complain("missing: \(item)") }
        await program.channels.reactor.shutdown()
        try await program.store.close()
        guard proof.missing == 0, proof.duplicated == 0, proof.addsUp else {
            throw CommandFailure("Custody is broken.")
        }
    }

    private func missingItems(_ program: Program) async throws -> [String] {
        var missing: [String] = []
        for inbox in program.settings.inboxes {
            let listing: MailboxListing
            do {
                listing = try await program.source(of: inbox).listing()
            } catch {
                throw CommandFailure("The inbox \(inbox.inbox.name) cannot be listed: \(error.sentence)")
            }
            let taken = try await program.store.items(
                inbox: listing.inbox,
                mailbox: listing.mailbox,
                validity: listing.validity
            )
            missing += listing.items.filter { !taken.contains($0) }
                .map { "\(listing.inbox) \(listing.mailbox) \($0)" }
        }
        return missing
    }
}

/// What `prove` found, in the keys of its JSON.
struct Proof: Encodable {
    var taken: Int
    var open: Int
    var answered: Int
    var parked: Int
    var missing: Int
    var duplicated: Int
    /// When the oldest message was taken that nobody has looked at yet; null where there is none.
    var oldestUnowned: Date?

    init(_ custody: Custody, missing: Int) {
        taken = custody.taken
        open = custody.open
        answered = custody.answered
        parked = custody.parked
        self.missing = missing
        duplicated = custody.duplicated
        oldestUnowned = custody.oldestUnowned
    }

    var addsUp: Bool {
        taken == open + answered + parked
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(taken, forKey: .taken)
        try container.encode(open, forKey: .open)
        try container.encode(answered, forKey: .answered)
        try container.encode(parked, forKey: .parked)
        try container.encode(missing, forKey: .missing)
        try container.encode(duplicated, forKey: .duplicated)
        // Written even where it is null, so that readers find every key.
        try container.encode(oldestUnowned, forKey: .oldestUnowned)
    }

    private enum Key: CodingKey {
        case taken, open, answered, parked, missing, duplicated, oldestUnowned
    }

    var forPeople: String {
        """
        taken \(taken) = open \(open) + answered \(answered) + parked \(parked)\(addsUp ? "" : "  (does not add up!)")
        missing \(missing), duplicated \(duplicated), \
        oldest not yet read: \(oldestUnowned.map { $0.formatted(.iso8601) } ?? "none")
        """
    }
}
