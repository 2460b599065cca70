package import Foundation
import IMAP
package import Logging
package import Model
package import Storage

/// An inbox that is a mailbox on an IMAP server.
///
/// In charge of one connection at a time: connects, takes what is owed, idles, and after a failure tries again with
/// growing pauses. The order of custody is kept by `IMAPVisit`.
package struct IMAPInbox: MailSource {
    private let name: InboxName
    private let source: IMAPSource
    private let account: IMAPAccount
    private let store: any TakingStore
    private let report: @Sendable (SourceEvent) -> Void
    private let backoff: Backoff
    private let now: @Sendable () -> Date
    private let jitter: @Sendable () -> Double
    private let logger: Logger

    package init(
        name: InboxName,
        source: IMAPSource,
        account: IMAPAccount,
        store: any TakingStore,
        report: @escaping @Sendable (SourceEvent) -> Void,
        backoff: Backoff = Backoff(),
        now: @escaping @Sendable () -> Date,
        jitter: @escaping @Sendable () -> Double,
        logger: Logger
    ) {
        self.name = name
        self.source = source
        self.account = account
        self.store = store
        self.report = report
        self.backoff = backoff
        self.now = now
        self.jitter = jitter
        var logger = logger
        logger[metadataKey: "inbox"] = "\(name)"
        self.logger = logger
    }

    package func run() async {
        var failures = 0
        while !Task.isCancelled {
            do {
                let line = try await account.connect()
                logger.info("connected", metadata: ["server": "\(account.address)", "mailbox": "\(source.mailbox)"])
                try await visit(line).run { failures = 0 }
            } catch {
                guard !Task.isCancelled else { break }
                failures += 1
                await rest(after: error, failures: failures)
            }
        }
    }

    package func listing() async throws -> MailboxListing {
        let line = try await account.connect()
        return try await visit(line).listing()
    }

    package func probe() async throws -> String {
        var line = try await account.connect()
        let mailbox = try await line.select(MailboxName(source.mailbox), changing: false)
        await line.close()
        return "IMAP \(account.address), \(source.mailbox) with \(mailbox.exists) messages"
    }

    private func visit(_ line: IMAPLine) -> IMAPVisit {
        IMAPVisit(line: line, name: name, source: source, store: store, report: report, now: now, logger: logger)
    }

    private func rest(after error: any Error, failures: Int) async {
        let trouble = SourceTrouble(error)
        let pause = backoff.pause(failures: failures, isTransient: !trouble.needsPerson, jitter: jitter())
        logger.warning("not reached", metadata: ["error": "\(trouble.sentence)", "again in": "\(pause)"])
        report(trouble.event)
        try? await Task.sleep(for: pause)
    }
}
