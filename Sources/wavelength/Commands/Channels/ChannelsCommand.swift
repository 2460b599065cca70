import ArgumentParser
import ConfigurationFiles
import Curl
import Logging
import Model
import Storage

struct ChannelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "channels",
        abstract: "What chats and webhooks delivered, and what came of it.",
        subcommands: [
            ChannelsListCommand.self, ChannelsDeliveriesCommand.self, ChannelsShowCommand.self,
            ChannelsReplayCommand.self,
        ],
        defaultSubcommand: ChannelsListCommand.self
    )
}

/// What every subcommand needs.
struct ChannelsOptions: ParsableArguments {
    @OptionGroup var root: RootOptions
    @OptionGroup var data: DataOptions

    @Option(name: .long, help: "The settings file, relative to the root.")
    var config = LoadedConfiguration.settingsPath

    /// Opens the store beside a running daemon, which notices within a second.
    func withProgram(_ body: (Program, LoadedConfiguration) async throws -> Void) async throws {
        let folder = try DataFolder(existing: data.path)
        let directories = Directories(root: root.path, data: folder.path)
        let configuration = ConfigurationFolder(directories, files: ConfigurationPaths(settings: config)).load()
        var logger = Logger(label: "wavelength") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        let program = try Program(configuration, data: folder, logger: logger)
        try await body(program, configuration)
        await program.channels.reactor.shutdown()
        try await program.store.close()
    }
}

extension Settings {
    /// The channels in the order of the configuration.
    var channels: [(name: InboxName, settings: ChannelSettings)] {
        inboxes.compactMap { inbox in
            guard case .channel(let channel) = inbox.source else { return nil }
            return (inbox.inbox.name, channel)
        }
    }

    /// nil where no channel has that name.
    func channel(_ name: InboxName) -> ChannelSettings? {
        channels.first { $0.name == name }?.settings
    }
}
