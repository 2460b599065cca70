/// A mail system in small: `Exim` takes mail by SMTP and hands it by LMTP to `Dovecot`, where IMAP reads it.
package final class PostOffice: Sendable {
    package let dovecot: Dovecot
    package let exim: Exim

    private init(dovecot: Dovecot, exim: Exim) {
        self.dovecot = dovecot
        self.exim = exim
    }

    /// Starts both servers.
    package static func start(users: [MailUser] = [], options: Dovecot.Options = .init()) async throws -> PostOffice {
        let dovecot = try await Dovecot.start(users: users, options: options)
        return PostOffice(dovecot: dovecot, exim: try await Exim.start(deliveringTo: dovecot))
    }

    /// The one that tests of this process share, started by the first who asks; it ends with the process.
    ///
    /// Tests that stop servers start their own; the others keep apart by users of their own (`newUser`).
    package static func shared() async throws -> PostOffice {
        try await running.value
    }

    private static let running = Task { try await start() }

    /// A user nobody else has, `<name>-<number>@<domain>`.
    package func newUser(_ name: String, at domain: String = "customer.test") throws -> MailUser {
        let user = MailUser("\(name)-\(UInt64.random(in: .min ... .max))@\(domain)")
        try dovecot.add(user)
        return user
    }

    /// Sends `message` by SMTP, as another mail server would; gives the reply to the final dot.
    @discardableResult
    package func send(_ message: [UInt8], from sender: String, to recipients: [String]) throws -> SMTPReply {
        try SMTPClient(port: exim.ports.smtp).send(message, from: sender, to: recipients)
    }

    /// Waits until `user` has `count` messages in `mailbox`, and gives them; a failure carries both servers' logs.
    package func mail(
        of user: MailUser,
        in mailbox: String = "INBOX",
        count: Int = 1,
        within limit: Duration = eventuallyLimit
    ) async throws -> [[UInt8]] {
        let maildir = dovecot.mailbox(mailbox, of: user.address)
        return try await eventually(within: limit, "\(count) messages for \(user.address)\n\(exim.log)\(dovecot.log)") {
            let messages = try maildir.messages()
            return messages.count >= count ? messages : nil
        }
    }

    /// Whether any mail is in the inbox of `address`, once all that the mail server is at now has left its queue.
    package func isDelivered(to address: String) async throws -> Bool {
        let queued = exim.queue
        try await eventually("the queue empties\n\(exim.log)") { exim.queue.isDisjoint(with: queued) }
        return try dovecot.mailbox(of: address).count() > 0
    }
}
