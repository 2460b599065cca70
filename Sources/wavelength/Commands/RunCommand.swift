import ArgumentParser
import ConfigurationFiles
import Foundation
import Logging
import Metrics
import Storage
import Web

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Start the daemon: fetch mail, draft replies, serve the desk, send what people approve.",
        discussion: """
            Reads config/wavelength.yaml, config/intents/ and templates/ below the root. SIGTERM ends it within ten \
            seconds: what is being sent is finished or safely put back.
            """
    )

    @OptionGroup var root: RootOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var log: LogOptions

    func run() async throws {
        let folder = try DataFolder(data.path)
        let lock = try DataLock(folder: folder)
        let files = ConfigurationFolder(Directories(root: root.path, data: folder.path))
        let configuration = files.load()
        let logger = log.logger()
        for problem in configuration.problems where problem.severity == .warning {
            logger.warning("configuration", metadata: ["problem": "\(problem)"])
        }
        let metrics = MetricsRegistry()
        MetricsSystem.bootstrap(metrics)
        let program = try Program(configuration, data: folder, logger: logger)
        if try await program.store.users().isEmpty {
            logger.notice("nobody can sign in yet: add a person with `wavelength user add NAME`")
        }
        try await Daemon(program: program, metrics: metrics, folder: files).run()
        _ = consume lock
    }
}
