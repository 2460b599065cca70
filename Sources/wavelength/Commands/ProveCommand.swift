import ArgumentParser
import Channels
import ConfigurationFiles
import Curl
import Logging
import Model
import Storage

struct ProveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "List every mailbox anew and hold it against the store: is anything missing or doubled?",
        discussion: """
            The law of custody: taken = open + answered + parked. Of every delivery of a channel the same holds: it was \
            taken apart, is parked, or waits. Exit code 1 if anything is missing, or if a mailbox cannot be listed. Safe \
            while the daemon runs; what arrived within the last moments may not be taken yet.
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
        let proof = Proof(
            try await program.store.custody(),
            missing: missing.count,
            deliveries: try await program.store.deliverySums()
        )
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
