import Channels
import Foundation
import Model
import TestSupport

/// A mailbox of its own on a real server, with a store of its own behind it.
struct MailboxScene {
    static let inboxName = InboxName("support")

    let dovecot: Dovecot
    let user: MailUser
    let store: WatchedStore
    let events = EventLog()
    /// What the inbox is told; the mailbox, start rule and the like can be changed before it is made.
    var source: IMAPSource
    var password: String
    var backoff = Backoff(first: .milliseconds(5), longest: .milliseconds(50))

    /// - Parameter server: nil for the one that tests share.
    init(from start: StartRule = .all, on server: Dovecot? = nil) async throws {
        let dovecot = if let server { server } else { try await PostOffice.shared().dovecot }
        let user = MailUser("help-\(UInt64.random(in: .min ... .max))@shop.test")
        try dovecot.add(user)
        self.dovecot = dovecot
        self.user = user
        password = user.password
        store = try WatchedStore()
        source = IMAPSource(
            server: MailServer(
                host: "127.0.0.1",
                port: dovecot.ports.imaps,
                security: .tls,
                trust: .authorityFile(dovecot.certificates.authority),
                login: .password(user: user.address, .environment("PASSWORD"))
            ),
            start: start
        )
    }

    var mailbox: Maildir { dovecot.mailbox(of: user.address) }

    func account() throws -> IMAPAccount {
        IMAPAccount(reactor: try Network.reactor(), source: source, logins: try logins(password: password))
    }

    func inbox() throws -> IMAPInbox {
        IMAPInbox(
            name: Self.inboxName,
            source: source,
            account: try account(),
            store: store,
            report: events.note,
            backoff: backoff,
            now: { .now },
            jitter: { 1 },
            logger: .quiet
        )
    }

    func deliver(_ messages: [UInt8]...) throws {
        for message in messages { try dovecot.deliver(message, to: user.address) }
    }

    /// Waits until so many messages have become durable; a failure carries what was reported and the server's log.
    func taken(_ count: Int, within limit: Duration = eventuallyLimit) async throws {
        try await eventually(within: limit, "\(count) taken; \(events.all.suffix(20))\n\(dovecot.log)") {
            await store.new.count >= count
        }
    }

    /// Waits until the mailbox is selected and its start recorded.
    func connected() async throws {
        try await eventually("connected; \(events.all.suffix(20))") { events.all.contains(.reached) }
    }

    /// What is owed and not in the store, and what is in the store and not owed.
    func differences() async throws -> (missing: Set<String>, surplus: Set<String>) {
        let listing = try await inbox().listing()
        let items = try await store.items(inbox: listing.inbox, mailbox: listing.mailbox, validity: listing.validity)
        return (Set(listing.items).subtracting(items), items.subtracting(listing.items))
    }
}
