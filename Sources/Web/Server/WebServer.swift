package import Foundation
import Hummingbird
package import Logging
package import Model
package import Pipeline
import ServiceLifecycle

/// The web server, in charge of everything that is reached over HTTP: the desk's pages, the JSON API, the webhooks of
/// channels, the widget, and what operators watch (`/health`, `/ready`, `/metrics`). Every decision goes through `Desk`;
/// nothing here knows how mail is fetched, read or sent.
package struct WebServer: Service {
    /// What the server is made of.
    package struct Parts: Sendable {
        package var desk: Desk
        package var settings: WebSettings
        /// A draft as the customer will see it.
        package var preview: @Sendable (DraftBody) throws -> ReplyPreview
        /// What the charter wants, to be read from the findings on.
        package var charter: [CharterPage]
        /// nil once the program is ready to serve, else one sentence on what it is still doing.
        package var readiness: @Sendable () async -> String?
        /// What chats and mail services call; nil where no channel has a webhook.
        package var webhooks: WebhookReceiver?
        /// The chats that sites embed.
        package var widgets: [ChatWidget]
        /// The octets of a file of a chat; nil where none can be fetched.
        package var fetch: FetchFile?
        /// How many connections are held at once; further ones wait until one of them ends.
        package var connections: Int
        package var metrics: MetricsRegistry
        package var now: @Sendable () -> Date
        /// Cryptographically strong random bytes.
        package var random: @Sendable (_ count: Int) -> [UInt8]
        package var logger: Logger

        package init(
            desk: Desk,
            settings: WebSettings,
            preview: @escaping @Sendable (DraftBody) throws -> ReplyPreview,
            charter: [CharterPage] = [],
            readiness: @escaping @Sendable () async -> String? = { nil },
            webhooks: WebhookReceiver? = nil,
            widgets: [ChatWidget] = [],
            fetch: FetchFile? = nil,
            connections: Int,
            metrics: MetricsRegistry,
            now: @escaping @Sendable () -> Date,
            random: @escaping @Sendable (_ count: Int) -> [UInt8],
            logger: Logger
        ) {
            self.desk = desk
            self.settings = settings
            self.preview = preview
            self.charter = charter
            self.readiness = readiness
            self.webhooks = webhooks
            self.fetch = fetch
            self.widgets = widgets
            self.connections = connections
            self.metrics = metrics
            self.now = now
            self.random = random
            self.logger = logger
        }
    }

    /// Fetches a file that came with a message of that channel, or says why not as an `AttachmentRefusal`.
    package typealias FetchFile = @Sendable (ChatAttachment, InboxName) async throws -> [UInt8]

    let resources: WebResources
    let widgets: [ChatWidget]
    private let connections: Int
    private let webhooks: WebhookReceiver?
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void

    /// Throws where a page's template cannot be used, which the tests rule out.
    ///
    /// - Parameter onListening: told the port once connections are taken, also where port 0 asked for any.
    package init(_ parts: Parts, onListening: @escaping @Sendable (Int) async -> Void = { _ in }) throws {
        resources = try WebResources(parts)
        webhooks = parts.webhooks
        widgets = parts.widgets
        connections = parts.connections
        logger = parts.logger
        self.onListening = onListening
    }

    /// Serves until the task is cancelled or a graceful shutdown begins; then open requests are answered first.
    ///
    /// Throws `DeskNotServed` where it cannot listen, such as on a port that is in use.
    package func run() async throws {
        do {
            try await application().run()
        } catch {
            guard resources.isListening else { throw DeskNotServed(resources.settings.desk, error) }
            throw error
        }
    }

    func application() -> some ApplicationProtocol {
        let desk = resources.settings.desk
        let channels = channels
        return Application(
            router: router(),
            server: .http1(.init(idleTimeout: .seconds(75))) { channels?.bodyLimit(of: $0) ?? DeskContext.bodyLimit },
            configuration: ApplicationConfiguration(
                address: .hostname(desk.host, port: desk.port),
                availableConnectionsDelegate: .maximum(connections, logger: logger)
            ),
            onServerRunning: { [onListening, logger, resources] channel in
                resources.noteListening()
                let port = channel.localAddress?.port ?? desk.port
                logger.info("desk is served", metadata: ["host": "\(desk.host)", "port": "\(port)"])
                await onListening(port)
            },
            logger: logger
        )
    }

    private var channels: ChannelRoutes? {
        webhooks.map { ChannelRoutes($0, desk: resources.settings.desk, budget: resources.bodies) }
    }

    private func router() -> Router<DeskContext> {
        let router = Router(context: DeskContext.self)
        router.addMiddleware {
            MetricsMiddleware()
            RequestLog()
            SecurityHeaders(isSecure: resources.settings.publicURL?.isSecure ?? false)
            ErrorAnswers(resources: resources)
        }
        OperationsRoutes(resources).add(to: router)
        APIRoutes(resources).add(to: router)
        DeskRoutes(resources).add(to: router)
        channels?.add(to: router)
        if !widgets.isEmpty { WidgetRoutes(widgets, resources).add(to: router) }
        return router
    }
}

/// A reply as the customer will see it: a fragment of HTML and the plain text beside it.
package struct ReplyPreview: Hashable, Sendable {
    package var text: String
    package var html: String

    package init(text: String, html: String) {
        self.text = text
        self.html = html
    }
}
