import HTTPTypes
import Hummingbird
import Logging

/// `bareroute PORT`: answers 200 to every webhook and does nothing else, which is what the web server itself allows.
@main
struct BareRoute {
    static func main() async throws {
        guard let port = CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }) else {
            print("usage: bareroute PORT")
            return
        }
        let router = Router()
        router.post("/channels/chat") { _, _ in HTTPResponse.Status.ok }
        var logger = Logger(label: "bareroute")
        logger.logLevel = .critical
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            logger: logger
        )
        try await application.runService()
    }
}
