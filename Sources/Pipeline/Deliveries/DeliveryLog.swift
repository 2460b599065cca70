package import Model
import Storage
import Synchronization

/// The way of verified deliveries into the store: in charge of that many at once cost few commits.
///
/// What comes while a commit runs waits for its end and is committed together, in the order in which it came. Each sender
/// hears what became of its own delivery, and only once that would survive a power cut. A caller that is cancelled gets its
/// answer all the same, since a commit that has begun is not undone.
package actor DeliveryLog {
    /// How much is taken in at once.
    package struct Limits: Sendable {
        /// Deliveries that are committed together.
        package var group: Int
        /// Octets that are committed together, unless a single delivery is larger.
        package var octets: Int
        /// Octets that may wait for a commit; what comes beyond them is put off.
        package var waiting: Int

        package init(group: Int = 512, octets: Int = 8 << 20, waiting: Int = 128 << 20) {
            self.group = max(1, group)
            self.octets = octets
            self.waiting = waiting
        }
    }

    private struct Entry {
        var delivery: NewDelivery
        var answer: CheckedContinuation<DeliveryAcceptance, any Error>

        var size: Int { delivery.request.body.count }
    }

    private let commit: @Sendable ([NewDelivery]) async throws -> [DeliveryAcceptance]
    private let limits: Limits
    private var entries: [Entry] = []
    private var waitingOctets = 0
    private var isCommitting = false {
        didSet { committing.store(isCommitting, ordering: .relaxed) }
    }
    /// What `isCommitting` is, for those who only look.
    private nonisolated let committing = Atomic(false)
    /// When so many were last committed together that it is a crowd.
    private nonisolated let crowd = Mutex<ContinuousClock.Instant?>(nil)
    private nonisolated let now: @Sendable () -> ContinuousClock.Instant

    /// - Parameters:
    ///   - now: says how long ago there was a crowd.
    ///   - commit: makes a group durable, in one transaction; what it throws goes to every sender of the group.
    package init(
        limits: Limits = Limits(),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        commit: @escaping @Sendable ([NewDelivery]) async throws -> [DeliveryAcceptance]
    ) {
        self.commit = commit
        self.limits = limits
        self.now = now
    }

    /// Whether senders are waiting for a commit at this moment. A hint for work that may take smaller bites meanwhile.
    package nonisolated var isPressed: Bool { committing.load(ordering: .relaxed) }

    /// Whether many senders have lately had to wait for one another. A hint for work that may stand back meanwhile: unlike
    /// `isPressed` it lasts from one commit to the next, and a busy day is not yet a crowd.
    package nonisolated var isCrowded: Bool {
        crowd.withLock { $0.map { now() - $0 < Self.crowdLasts } ?? false }
    }

    private static let crowdLasts = Duration.seconds(2)
    private static let crowdSize = 8

    /// How many deliveries wait for the next commit.
    package var waiting: Int { entries.count }

    /// Returns once the delivery is durable, or known, or refused. Throws a `StoreError`; then nothing of it was kept.
    package func accept(_ delivery: NewDelivery) async throws -> DeliveryAcceptance {
        let size = delivery.request.body.count
        guard entries.isEmpty || waitingOctets + size <= limits.waiting else {
            throw StoreError.busy("\(waitingOctets) octets wait for the store.")
        }
        return try await withCheckedThrowingContinuation { answer in
            entries.append(Entry(delivery: delivery, answer: answer))
            waitingOctets += size
            if !isCommitting {
                isCommitting = true
                Task { await commitAll() }
            }
        }
    }

    private func commitAll() async {
        while !entries.isEmpty { await commitGroup(nextGroup()) }
        isCommitting = false
    }

    private func nextGroup() -> [Entry] {
        var room = limits.octets
        let fitting = entries.prefix(limits.group).prefix { entry in
            room -= entry.size
            return room >= 0
        }
        let group = Array(fitting.isEmpty ? entries.prefix(1) : fitting)
        entries.removeFirst(group.count)
        waitingOctets -= group.reduce(0) { $0 + $1.size }
        return group
    }

    private func commitGroup(_ group: [Entry]) async {
        if group.count >= Self.crowdSize { crowd.withLock { $0 = now() } }
        do {
            let accepted = try await commit(group.map(\.delivery))
            guard accepted.count == group.count else {
                throw StoreError.damaged("\(accepted.count) answers to \(group.count) deliveries")
            }
            for (entry, acceptance) in zip(group, accepted) { entry.answer.resume(returning: acceptance) }
        } catch {
            for entry in group { entry.answer.resume(throwing: error) }
        }
    }
}
