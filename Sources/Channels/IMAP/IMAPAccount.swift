package import Curl
import IMAP
package import Model

/// How an IMAP server is connected to: the account of an inbox.
package struct IMAPAccount: Sendable {
    private let reactor: Reactor
    private let server: MailServer
    private let logins: Logins
    private let sizeLimit: Int
    private let pollInterval: Duration

    package init(reactor: Reactor, source: IMAPSource, logins: Logins) {
        self.reactor = reactor
        server = source.server
        self.logins = logins
        sizeLimit = source.sizeLimit
        pollInterval = .seconds(source.pollInterval)
    }

    /// Host and port, as sentences name the server.
    var address: String { "\(server.host):\(server.port)" }

    /// A new connection, logged in.
    func connect() async throws -> IMAPLine {
        let endpoint = StreamEndpoint(
            .imap,
            host: server.host,
            port: server.port,
            security: server.security.connection,
            credentials: try await logins.credentials(for: server.login),
            trust: server.trust.tls
        )
        let stream: ByteStream
        do {
            stream = try await reactor.openStream(endpoint)
        } catch {
            if error.kind == .authentication { await logins.refused(server.login) }
            throw ChannelError(error, from: address, user: server.login.user)
        }
        // A little above the size limit, since servers count line ends in their own ways.
        let limits = ResponseLimits(literals: sizeLimit + (1 << 20))
        return try await IMAPLine(stream, to: address, limits: limits, timing: SessionTiming(poll: pollInterval))
    }
}
