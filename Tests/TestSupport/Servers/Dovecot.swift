import Glibc
import Synchronization

/// A Dovecot 2.3 of its own on loopback, unprivileged, in a temporary directory: IMAP and LMTP, Maildir storage.
package final class Dovecot: Sendable {
    /// What a test may want otherwise.
    package struct Options: Sendable {
        /// Whether IMAP offers STARTTLS and listens for implicit TLS; without, passwords go in the clear.
        package var offersTLS = true
        /// Whether limits allow thousands of connections; from about the 120th on, IDLE announces within a second
        /// instead of half a second.
        package var allowsManyConnections = false
        /// What IMAP says it can do after the login, such as `IMAP4rev1 UIDPLUS`; nil for all that it can.
        package var capabilities: String?

        package init() {}
    }

    /// Ports of 127.0.0.1; the certificate names `localhost` and the address.
    package struct Ports: Sendable {
        /// IMAP, with STARTTLS if TLS is offered.
        package let imap: Int
        /// IMAP over implicit TLS; nothing listens there if TLS is not offered.
        package let imaps: Int
        package let lmtp: Int
    }

    package let ports: Ports
    package let certificates: TestCertificates
    let options: Options
    let account: ServerAccount
    let directory: TemporaryDirectory
    /// In every greeting, so that a stranger on the port is not taken for this server.
    let token = "test-\(UInt32.random(in: .min ... .max))"
    private let daemon = Mutex<Daemon?>(nil)

    private init(ports: Ports, options: Options) throws {
        self.ports = ports
        self.options = options
        certificates = try .shared()
        account = try ServerAccount()
        directory = try TemporaryDirectory()
    }

    /// Starts a server that knows `users`, and gives it once it answers.
    ///
    /// Throws an error with the server's log, or with the Debian package to install.
    package static func start(users: [MailUser], options: Options = Options()) async throws -> Dovecot {
        _ = try [SystemProgram.dovecot, .dovecotIMAP, .dovecotLMTP, .doveadm].map { program in try program.path() }
        return try await retryingPorts(3) { ports in
            let ports = Ports(imap: ports[0], imaps: ports[1], lmtp: ports[2])
            let server = try Dovecot(ports: ports, options: options)
            try server.prepare(users)
            try await server.start()
            return server
        }
    }

    /// Starts the server again after `stop` or `kill`, on the same ports with the same mail.
    package func start() async throws {
        try await eventually("ports of the old server free") {
            [ports.imap, ports.imaps, ports.lmtp].allSatisfy(FreePort.isFree)
        }
        let command = [try SystemProgram.dovecot.path(), "-F", "-c", directory.path("dovecot.conf")]
        let started = try Daemon(account.command(command), output: directory.path("dovecot.out"))
        daemon.withLock { $0 = started }
        try await waitForGreeting(port: ports.imap, token: token, from: started) { self.log }
    }

    /// Ends the server in an orderly way; its clients are disconnected.
    package func stop() {
        daemon.withLock { $0.take() }?.stop()
    }

    /// Ends the server and all its processes at once.
    package func kill() {
        daemon.withLock { $0.take() }?.kill()
    }

    /// The end of what the server logged and printed, for failure messages.
    package var log: String {
        ["dovecot.log", "dovecot.out"].map(directory.lastLines(of:)).joined()
    }
}
