import Foundation
import HTTPTypes
import Hummingbird
import Logging
import TestSupport

/// A server that answers 200 to every webhook and does nothing else: what the web server itself allows.
struct BareRoute {
    private let process: Daemon
    private let folder: TemporaryDirectory
    let port = FreePort.claim(1)[0]

    private static let argument = "bare-route"

    /// Starts this program once more, as that server.
    init() throws {
        folder = try TemporaryDirectory()
        let binary = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().path
        process = try Daemon([binary, Self.argument, String(port)], output: folder.path("log"))
    }

    func waitUntilServed() async throws {
        try await eventually(within: .seconds(30), "the bare route; log:\n\(folder.text(of: "log"))") {
            try TextSocket(port: port)
        }
    }

    func stop() {
        process.stop()
    }

    /// nil where this program was not started as the server.
    static func port(in arguments: [String]) -> Int? {
        arguments.count == 3 && arguments[1] == argument ? Int(arguments[2]) : nil
    }

    static func serve(at port: Int) async {
        let router = Router()
        router.post("/channels/chat") { _, _ in HTTPResponse.Status.ok }
        var logger = Logger(label: argument)
        logger.logLevel = .critical
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            logger: logger
        )
        do {
            try await application.runService()
        } catch {
            print("The bare route stopped: \(error)")
        }
    }
}
