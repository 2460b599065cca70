package import Foundation
import IMAP

/// The `\Sent` mailbox (RFC 6154) of an account: keeps copies of what was sent, and can tell whether a mail is there.
package struct SentFolder: Sendable {
    private let account: IMAPAccount

    package init(account: IMAPAccount) {
        self.account = account
    }

    /// Puts a copy there, marked as read. Throws where the account has no such mailbox.
    package func append(_ raw: [UInt8], at date: Date) async throws {
        var line = try await account.connect()
        let sent = try await find(on: &line)
        _ = try await line.run(.append(AppendMessage(raw, to: sent, flags: [.seen], date: date)))
        await line.close()
    }

    /// Whether a mail with that Message-ID is there: then its relay has it, since it puts copies there itself.
    package func holds(messageID: String) async throws -> Bool {
        var line = try await account.connect()
        let sent = try await find(on: &line)
        _ = try await line.run(.examine(sent))
        let outcome = try await line.run(.search([.header(field: "Message-ID", contains: "<\(messageID)>")]))
        await line.close()
        guard case .found(let uids) = outcome else { return false }
        return !uids.isEmpty
    }

    private func find(on line: inout IMAPLine) async throws -> MailboxName {
        guard case .mailboxes(let all) = try await line.run(.list), let sent = Mailbox.sent(among: all) else {
            throw ChannelError.mailbox(
                """
                \(account.address) has no mailbox for sent mail: none is marked \\Sent (RFC 6154) or has a usual name. \
                Make a folder called Sent there, or keep no copies.
                """
            )
        }
        return sent.name
    }
}
