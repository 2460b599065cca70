import Foundation
import TestSupport

/// A Dovecot with one full mailbox, reached directly or through a proxy that delays.
struct MailServer {
    static let user = MailUser("help@shop.test")
    let dovecot: Dovecot
    private let proxy: FaultProxy

    /// - Parameter messages: customers' mail that is there from the start, the same in every run.
    static func start(messages: Int, users: [MailUser] = [user], manyConnections: Bool = false) async throws -> Self {
        var options = Dovecot.Options()
        options.allowsManyConnections = manyConnections
        let dovecot = try await Dovecot.start(users: users, options: options)
        if messages > 0 {
            try dovecot.mailbox(of: user.address).fill(CustomerMail.make(count: messages, seed: 1))
        }
        return Self(dovecot: dovecot, proxy: try FaultProxy(to: dovecot.ports.imaps))
    }

    /// The port of IMAP over TLS, with as much round trip added.
    func port(roundTrip: Duration) -> Int {
        guard roundTrip > .zero else { return dovecot.ports.imaps }
        proxy.delay(by: roundTrip / 2)
        return proxy.port
    }
}
