import Foundation
import Glibc

extension Dovecot {
    /// Makes another user known, at once, and to Exim.
    ///
    /// A file for each: Dovecot looks at a password file once a second at most, and would not see an addition.
    package func add(_ user: MailUser) throws {
        try directory.write(user.passwordLine, to: "users/\(user.address)")
        try account.own(directory.path("users/\(user.address)"))
        try directory.append(user.passwordLine, to: "all-users")
    }

    /// Hands `message` over by LMTP; throws when the server does not take it for `recipient`.
    package func deliver(_ message: [UInt8], to recipient: String, from sender: String = "") throws {
        let client = try SMTPClient(port: ports.lmtp, dialect: .lmtp)
        try client.send(message, from: sender, to: [recipient])
    }

    /// The mailbox of `user`, as files: `INBOX`, or another name below it such as `Sent`.
    package func mailbox(_ name: String = "INBOX", of user: String) -> Maildir {
        let parts = user.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let root = directory.path("mail/\(parts.dropFirst().joined())/\(parts.first ?? "")")
        let folder = name == "INBOX" ? "" : "/." + name.replacingOccurrences(of: "/", with: ".")
        return Maildir(path: root + folder, account: account)
    }

    /// Gives a mailbox another UIDVALIDITY (RFC 9051 section 2.3.1.1), as a server that lost its index would.
    package func changeUIDValidity(of user: String, mailbox: String = "INBOX", to value: UInt32) throws {
        try doveadm(["mailbox", "update", "--uid-validity", "\(value)", "-u", user, mailbox])
    }

    /// Disconnects every client of `user`.
    package func disconnect(_ user: String) throws {
        try doveadm(["kick", user])
    }

    private func doveadm(_ arguments: [String]) throws {
        let command = [try SystemProgram.doveadm.path(), "-c", directory.path("dovecot.conf")] + arguments
        try run(account.command(command), in: directory)
    }
}
