import Foundation
import Glibc
import Synchronization

/// An Exim 4 of its own on loopback, unprivileged, in a temporary directory.
///
/// It takes mail for anybody and hands it to `Dovecot` by LMTP; an address that Dovecot does not know comes back
/// as a bounce (RFC 3464). It adds Received and nothing else. These local parts, of any domain, are refused:
/// `temperror` and `permerror` with 451 and 550 to RCPT, `datatemperror` and `datapermerror` after the final dot.
package final class Exim: Sendable {
    /// Ports of 127.0.0.1; the certificate names `localhost` and the address.
    package struct Ports: Sendable {
        /// Relay between servers (RFC 5321): STARTTLS offered, no login asked for.
        package let smtp: Int
        /// Submission (RFC 6409): STARTTLS, then AUTH PLAIN or LOGIN, without which nothing is taken.
        package let submission: Int
        /// Submission over implicit TLS (RFC 8314), AUTH PLAIN or LOGIN.
        package let submissions: Int
    }

    package let ports: Ports
    package let certificates: TestCertificates
    let mailboxes: Dovecot
    let account: ServerAccount
    let directory: TemporaryDirectory
    /// In the greeting, so that a stranger on the port is not taken for this server.
    let token = "test-\(UInt32.random(in: .min ... .max))"
    private let daemon = Mutex<Daemon?>(nil)

    private init(ports: Ports, mailboxes: Dovecot) throws {
        self.ports = ports
        self.mailboxes = mailboxes
        certificates = try .shared()
        account = try ServerAccount()
        directory = try TemporaryDirectory()
    }

    /// Starts a server whose users are those of `mailboxes`, and gives it once it answers.
    ///
    /// Throws an error with the server's log, or with the Debian package to install.
    package static func start(deliveringTo mailboxes: Dovecot) async throws -> Exim {
        try await retryingPorts(3) { ports in
            let ports = Ports(smtp: ports[0], submission: ports[1], submissions: ports[2])
            let server = try Exim(ports: ports, mailboxes: mailboxes)
            try server.prepare()
            try await server.start()
            return server
        }
    }

    /// Starts the server again after `stop` or `kill`, on the same ports with the same queue.
    package func start() async throws {
        try await eventually("ports of the old server free") {
            [ports.smtp, ports.submission, ports.submissions].allSatisfy(FreePort.isFree)
        }
        let command = [try SystemProgram.exim.path(), "-bdf", "-q1s", "-C", directory.path("exim.conf")]
        let started = try Daemon(account.command(command), output: directory.path("exim.out"))
        daemon.withLock { $0 = started }
        try await waitForGreeting(port: ports.smtp, token: token, from: started) { self.log }
    }

    /// Ends the server; what it has queued stays for the next start.
    package func stop() {
        daemon.withLock { $0.take() }?.stop()
    }

    /// Ends the server and all its processes at once.
    package func kill() {
        daemon.withLock { $0.take() }?.kill()
    }

    /// The files of the messages that it holds or is taking at this moment (spool_directory/input).
    package var queue: Set<String> {
        Set((try? FileManager.default.contentsOfDirectory(atPath: directory.path("spool/input"))) ?? [])
    }

    /// The end of what the server logged and printed, for failure messages.
    package var log: String {
        ["mainlog", "rejectlog", "paniclog", "exim.out"].map(directory.lastLines(of:)).joined()
    }
}
