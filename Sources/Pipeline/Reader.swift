package import Foundation
package import Logging
import Metrics
package import Model
import ServiceLifecycle
package import Storage

/// Reads what was taken: turns stored bytes into a reading, a place in a conversation, and a draft.
///
/// In charge of that no message blocks the next one: messages are claimed in groups with the attempt counted
/// beforehand, prepared side by side, and filed part by part, each in one transaction, while the next part is prepared;
/// if a part cannot be filed its messages are filed one by one, and the one that cannot be is parked with the reason.
/// A stop is heeded between two messages: what was prepared is filed, and the rest of the group given back uncounted.
package struct Reader: Service {
    private let store: any Store
    private let getReady: @Sendable () async -> Void
    private let prepare: @Sendable (UnreadMessage) async throws -> Filing
    private let filed: @Sendable (Filing, Filed, InboxName) async -> Void
    private let bell: Bell
    private let isPressed: @Sendable () -> Bool
    private let threads: (any TaskExecutor)?
    private let limits: Limits
    private let now: @Sendable () -> Date
    private let logger: Logger

    package struct Limits: Sendable {
        /// Messages that are claimed together.
        package var group: Int
        /// Messages that are filed together.
        package var part: Int
        /// As many while the store is wanted by those who cannot wait, such as the senders of webhooks.
        package var pressedGroup: Int
        package var pressedPart: Int
        /// Attempts after which a message that stops the program is parked.
        package var attempts: Int
        /// Seconds in which the same people and subject make one conversation. Default 14 days.
        package var sameSubjectWindow: TimeInterval
        /// Parts prepared side by side.
        package var parallel: Int

        package init(
            group: Int = 400,
            part: Int = 50,
            pressedGroup: Int = 64,
            pressedPart: Int = 16,
            attempts: Int = 3,
            sameSubjectWindow: TimeInterval = 14 * 86_400,
            parallel: Int = 2
        ) {
            self.group = group
            self.part = max(1, part)
            self.pressedGroup = max(1, pressedGroup)
            self.pressedPart = max(1, pressedPart)
            self.attempts = attempts
            self.sameSubjectWindow = sameSubjectWindow
            self.parallel = max(1, parallel)
        }
    }

    /// - Parameters:
    ///   - getReady: called before the first message is claimed, for what takes long once: a program that is ended
    ///     meanwhile is no message's fault.
    ///   - prepare: bytes to filing; what it throws parks the message, unless it is the store that has to be waited for.
    ///   - filed: called for each message once it is durable, such as to acknowledge it.
    ///   - bell: rung when mail was taken by this process.
    ///   - isPressed: whether others wait for the store, asked before each group.
    ///   - threads: where messages are read; nil for where everything runs.
    package init(
        store: any Store,
        getReady: @escaping @Sendable () async -> Void = {},
        prepare: @escaping @Sendable (UnreadMessage) async throws -> Filing,
        filed: @escaping @Sendable (Filing, Filed, InboxName) async -> Void = { _, _, _ in },
        bell: Bell,
        isPressed: @escaping @Sendable () -> Bool = { false },
        threads: (any TaskExecutor)? = nil,
        limits: Limits = Limits(),
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.store = store
        self.getReady = getReady
        self.prepare = prepare
        self.filed = filed
        self.bell = bell
        self.isPressed = isPressed
        self.threads = threads
        self.limits = limits
        self.now = now
        self.logger = logger
    }

    package func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskExecutorPreference(threads) { await readUntilStopped() }
        } onGracefulShutdown: {
            bell.ring()
        }
    }

    private func readUntilStopped() async {
        await getReady()
        while !Self.isStopping {
            let count = await readWaiting()
            if count == 0 { await bell.wait(atMost: .seconds(1)) }
        }
    }

    /// One group, or what a stop leaves time for. Returns how many messages were handed out.
    package func readWaiting() async -> Int {
        do {
            let (group, part) =
                isPressed() ? (limits.pressedGroup, limits.pressedPart) : (limits.group, limits.part)
            let unread = try await store.claimUnread(limit: group, attempts: limits.attempts, at: now())
            guard !unread.isEmpty else { return 0 }
            let left = await read(unread, filing: part)
            if !left.isEmpty { await giveBack(left.map(\.id)) }
            Counter(label: "wavelength_messages_read_total").increment(by: unread.count - left.count)
            return unread.count
        } catch {
            // The program stops: nothing is wrong with the store.
            guard !Task.isCancelled else { return 0 }
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

    private static var isStopping: Bool {
        Task.isShuttingDownGracefully || Task.isCancelled
    }

    /// Files the messages in order of arrival, which decides about conversations; the parts after the one that is being
    /// filed are prepared meanwhile. Returns those that a stop left unread: all from some message on.
    private func read(_ unread: [UnreadMessage], filing part: Int) async -> ArraySlice<UnreadMessage> {
        let parts = unread.parts(of: part)
        var left = unread[...]
        await withTaskGroup(of: (Int, [Prepared]).self) { group in
            var coming = parts.enumerated().makeIterator()
            func begin() {
                guard !Self.isStopping, let (number, part) = coming.next() else { return }
                group.addTask { (number, await preparePart(part)) }
            }
            for _ in 0..<limits.parallel { begin() }
            var ready: [Int: [Prepared]] = [:]
            var next = 0
            for await (number, prepared) in group {
                ready[number] = prepared
                begin()
                while let part = ready.removeValue(forKey: next), await settle(part) {
                    left = left.dropFirst(part.count)
                    // Behind a part that was cut short nothing is filed, so that none is filed before an earlier one.
                    if part.count == parts[next].count { next += 1 }
                }
            }
        }
        return left
    }

    /// As many of the messages, from the first on, as a stop leaves time for.
    private func preparePart(_ messages: ArraySlice<UnreadMessage>) async -> [Prepared] {
        var prepared: [Prepared] = []
        for message in messages {
            guard !Self.isStopping, let one = await prepareOne(message) else { break }
            prepared.append(one)
            // Fetching and the desk share these threads, and wait for one message at most.
            await Task.yield()
        }
        return prepared
    }

    /// Whether all of them were filed or parked; false where a stop came first.
    private func settle(_ prepared: [Prepared]) async -> Bool {
        guard await file(prepared.filter({ $0.filing != nil })) else { return false }
        for failure in prepared where failure.filing == nil { await park(failure.message, failure.reason) }
        return true
    }

    /// In a task of its own, which is not cancelled with this one: a stop must not look like what a message did.
    private func giveBack(_ messages: [Message.ID]) async {
        do {
            try await Task { [store] in try await store.giveBack(messages) }.value
        } catch {
            logger.error("unread messages could not be given back", metadata: ["error": "\(error)"])
        }
    }

    /// nil where a stop came first.
    private func prepareOne(_ message: UnreadMessage) async -> Prepared? {
        do {
            return Prepared(message: message.id, inbox: message.inbox, filing: try await prepare(message))
        } catch is CancellationError where Self.isStopping {
            return nil
        } catch let error as StoreError where error.isTransient {
            logger.error("reading waits for the store", metadata: ["error": "\(error)"])
            guard (try? await Task.sleep(for: .seconds(1))) != nil, !Self.isStopping else { return nil }
            return await prepareOne(message)
        } catch {
            return Prepared(message: message.id, inbox: message.inbox, reason: "\(error)")
        }
    }

    /// Returns false where a stop came before they were written.
    private func file(_ prepared: [Prepared]) async -> Bool {
        guard !prepared.isEmpty else { return true }
        let filings = prepared.compactMap(\.filing)
        do {
            let places = try await store.file(filings, sameSubjectWindow: limits.sameSubjectWindow)
            for (index, place) in places.enumerated() { await filed(filings[index], place, prepared[index].inbox) }
        } catch is CancellationError {
            return false
        } catch let error as StoreError where error.isTransient {
            // Nothing was written, and a full disk is not the fault of these messages: they do not use up an attempt.
            logger.error("filing waits for the store", metadata: ["error": "\(error)"])
            guard (try? await Task.sleep(for: .seconds(1))) != nil, !Self.isStopping else { return false }
            return await file(prepared)
        } catch  where filings.count == 1 {
            await park(filings[0].message, "It could not be filed: \(error)")
        } catch {
            logger.warning("a group could not be filed", metadata: ["error": "\(error)", "count": "\(prepared.count)"])
            for one in prepared { guard await file([one]) else { return false } }
        }
        return true
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

extension Array {
    fileprivate func parts(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
