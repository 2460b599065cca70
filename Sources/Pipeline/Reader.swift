package import Foundation
package import Logging
import Metrics
package import Model
import ServiceLifecycle
package import Storage

/// Reads what was taken: turns stored bytes into a reading, a place in a conversation, and a draft.
///
/// In charge of that no message blocks the next one: messages are claimed in groups with the attempt counted
/// beforehand, prepared side by side, and filed in one transaction; if a group cannot be filed its messages are filed
/// one by one, and the one that cannot be is parked with the reason.
package struct Reader: Service {
    private let store: any Store
    private let prepare: @Sendable (UnreadMessage) throws -> Filing
    private let filed: @Sendable (Filing, Filed, InboxName) async -> Void
    private let bell: Bell
    private let limits: Limits
    private let now: @Sendable () -> Date
    private let logger: Logger

    package struct Limits: Sendable {
        /// Messages in a group.
        package var group: Int
        /// Attempts after which a message that stops the program is parked.
        package var attempts: Int
        /// Seconds in which the same people and subject make one conversation. Default 14 days.
        package var sameSubjectWindow: TimeInterval
        /// Messages prepared side by side.
        package var parallel: Int

        package init(
            group: Int = 200,
            attempts: Int = 3,
            sameSubjectWindow: TimeInterval = 14 * 86_400,
            parallel: Int = 2
        ) {
            self.group = group
            self.attempts = attempts
            self.sameSubjectWindow = sameSubjectWindow
            self.parallel = parallel
        }
    }

    /// - Parameters:
    ///   - prepare: bytes to filing, pure; what it throws parks the message.
    ///   - filed: called for each message once it is durable, such as to acknowledge it.
    ///   - bell: rung when mail was taken by this process.
    package init(
        store: any Store,
        prepare: @escaping @Sendable (UnreadMessage) throws -> Filing,
        filed: @escaping @Sendable (Filing, Filed, InboxName) async -> Void = { _, _, _ in },
        bell: Bell,
        limits: Limits = Limits(),
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.store = store
        self.prepare = prepare
        self.filed = filed
        self.bell = bell
        self.limits = limits
        self.now = now
        self.logger = logger
    }

    package func run() async throws {
        await withGracefulShutdownHandler {
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                let count = await readWaiting()
                if count == 0 { await bell.wait(atMost: .seconds(1)) }
            }
        } onGracefulShutdown: {
            bell.ring()
        }
    }

    /// One group. Returns how many messages were handed out.
    package func readWaiting() async -> Int {
        do {
            let unread = try await store.claimUnread(limit: limits.group, attempts: limits.attempts, at: now())
            guard !unread.isEmpty else { return 0 }
            let prepared = await prepareAll(unread)
            await file(prepared.filter { $0.filing != nil })
            for failure in prepared where failure.filing == nil { await park(failure.message, failure.reason) }
            Counter(label: "wavelength_messages_read_total").increment(by: unread.count)
            return unread.count
        } catch {
            logger.error("reading waits for the store", metadata: ["error": "\(error)"])
            return 0
        }
    }

    private struct Prepared: Sendable {
        var message: Message.ID
        var inbox: InboxName
        var filing: Filing?
        var reason = ""
    }

    /// Prepares every message, in order of arrival; the work is spread over `parallel` tasks.
    private func prepareAll(_ unread: [UnreadMessage]) async -> [Prepared] {
        let share = max((unread.count + limits.parallel - 1) / limits.parallel, 1)
        let starts = Array(stride(from: 0, to: unread.count, by: share))
        return await withTaskGroup(of: (Int, [Prepared]).self) { group in
            for start in starts {
                let part = unread[start..<min(start + share, unread.count)]
                group.addTask { (start, part.map(prepareOne)) }
            }
            var parts: [(Int, [Prepared])] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    private func prepareOne(_ message: UnreadMessage) -> Prepared {
        do {
            return Prepared(message: message.id, inbox: message.inbox, filing: try prepare(message))
        } catch {
            return Prepared(message: message.id, inbox: message.inbox, reason: "\(error)")
        }
    }

    private func file(_ prepared: [Prepared]) async {
        guard !prepared.isEmpty else { return }
        let filings = prepared.compactMap(\.filing)
        do {
            let places = try await store.file(filings, sameSubjectWindow: limits.sameSubjectWindow)
            for (index, place) in places.enumerated() { await filed(filings[index], place, prepared[index].inbox) }
        } catch let error as StoreError where error.isTransient {
            // Nothing was written, and a full disk is not the fault of these messages: they do not use up an attempt.
            logger.error("filing waits for the store", metadata: ["error": "\(error)"])
            guard (try? await Task.sleep(for: .seconds(1))) != nil, !Task.isShuttingDownGracefully else { return }
            await file(prepared)
        } catch  where filings.count == 1 {
            await park(filings[0].message, "It could not be filed: \(error)")
        } catch {
            logger.warning("a group could not be filed", metadata: ["error": "\(error)", "count": "\(prepared.count)"])
            for one in prepared { await file([one]) }
        }
    }

    private func park(_ message: Message.ID, _ reason: String) async {
        logger.warning("message parked", metadata: ["message": "\(message)", "reason": "\(reason)"])
        do {
            try await store.park(message, reason: ParkReason(.unreadable, reason), by: "wavelength", at: now())
        } catch {
            logger.error("a message could not be parked", metadata: ["message": "\(message)", "error": "\(error)"])
        }
    }
}
