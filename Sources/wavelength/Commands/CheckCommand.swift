import ArgumentParser
import Channels
import ConfigurationFiles
import Curl
import Foundation
import Logging
import Model
import StorageSQLite

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Validate the configuration, and try every inbox and relay.",
        discussion: "Says what is wrong, in which file and line, and what would mend it. Changes nothing anywhere."
    )

    @OptionGroup var root: RootOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var log: LogOptions

    @Flag(name: .long, help: "Look at the files only; connect to nothing.")
    var offline = false

    @Flag(name: .long, help: "Print the problems of the files as JSON.")
    var json = false

    func run() async throws {
        let directories = Directories(root: root.path, data: data.path)
        let configuration = ConfigurationFolder(directories).load()
        if json {
            print(try Terminal.json(configuration.problems))
        } else {
            for problem in configuration.problems { print(problem) }
        }
        guard configuration.isUsable, let settings = configuration.settings else {
            throw CommandFailure("The configuration cannot be used.")
        }
        let failures = offline ? 0 : try await probe(settings, configuration.lookups)
        guard failures == 0 else { throw CommandFailure("\(failures) of the servers cannot be used.") }
        if !json { print("All is well.") }
    }

    /// Connects to everything once. Returns how many failed.
    private func probe(_ settings: Settings, _ lookups: [Lookup]) async throws -> Int {
        let channels = try ChannelParts(data: DataFolder(data.path))
        var logger = log.logger()
        logger.logLevel = .critical
        let store = try SQLiteStore.empty()
        var failures = 0
        for inbox in settings.inboxes {
            failures += await failuresIn(inbox, settings.desk, channels, store, logger)
        }
        for lookup in lookups {
            if await !tell("lookup \(lookup.name)", { try await channels.lookupExchange.probe(lookup) }) {
                failures += 1
            }
        }
        await channels.reactor.shutdown()
        return failures
    }

    private func failuresIn(
        _ inbox: InboxSettings,
        _ desk: DeskSettings,
        _ channels: ChannelParts,
        _ store: SQLiteStore,
        _ logger: Logger
    ) async -> Int {
        let name = inbox.inbox.name
        var isWell: [Bool] = []
        if let check = channels.check(of: inbox, store: store, desk: desk, logger: logger) {
            for finding in await check.findings() {
                isWell.append(await tell("\(name), \(finding.subject.rawValue)") { try finding.result.get() })
            }
        } else {
            let source = channels.source(
                of: inbox,
                store: store,
                publicURL: desk.outsideURL,
                report: { _ in },
                logger: logger
            )
            isWell.append(await tell("\(name), in", source.probe))
        }
        if let relay = channels.relay(of: inbox) { isWell.append(await tell("\(name), out", relay.probe)) }
        if let files = channels.files(of: inbox) { isWell.append(await tell("\(name), files", files.probe)) }
        return isWell.count { !$0 }
    }

    private func tell(_ what: String, _ probe: () async throws -> String) async -> Bool {
        do {
            let found = try await probe()
            if !json { print("\(what): \(found)") }
            return true
        } catch {
            Terminal.complain("\(what): \(error.sentence)")
            return false
        }
    }
}
