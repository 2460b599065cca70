import ArgumentParser
import Channels
import ConfigurationFiles
import Foundation
import Logging
import Metrics
import Model
import Web

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Start the daemon on the sample inbox of seeds/ and print where to sign in.",
        discussion: """
            Everything stays on this machine: mail comes from a folder, and replies are put into another one instead of \
            being sent. Run it again to go on where you were; delete the data folder to begin anew.
            """
    )

    @OptionGroup var root: RootOptions

    @Option(name: .long, help: "The folder for the demo's store and its sample inbox.")
    var data = "demo-data"

    @Option(name: .long, help: "The port of the desk; 0 takes any free one.")
    var port: Int?

    @OptionGroup var log: LogOptions

    func validate() throws {
        if let port, !(0...65_535).contains(port) { throw ValidationError("A port is a number from 0 to 65535.") }
    }

    func run() async throws {
        let path = data.hasPrefix("/") ? data : FileManager.default.currentDirectoryPath + "/" + data
        let folder = try DataFolder(path)
        let lock = try DataLock(folder: folder)
        try SampleInbox(root: root.path, data: folder).fill()
        let directories = Directories(root: root.path, data: folder.path)
        let files = ConfigurationFolder(directories, files: .demo)
        let configuration = files.load()
        let metrics = MetricsRegistry()
        MetricsSystem.bootstrap(metrics)
        var logger = log.logger()
        logger.logLevel = max(log.logLevel, .notice)
        var program = try Program(configuration, data: folder, logger: logger)
        program.use(port: port)
        let password = try await DemoUser(store: program.store, data: folder).password()
        let host = program.settings.desk.host
        let sink = MailFolder(path: "\(folder.path)/sent")
        let daemon = Daemon(program: program, metrics: metrics, folder: files, sink: sink) { port in
            Terminal.tell(
                """

                Wavelength's desk is open:  http://\(host):\(port)
                Sign in as demo, password   \(password)

                What you approve is put into \(folder.path)/sent instead of being sent. Stop with Ctrl-C.
                """
            )
        }
        try await daemon.run()
        _ = consume lock
    }
}
