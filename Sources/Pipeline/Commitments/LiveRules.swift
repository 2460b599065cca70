import Synchronization

/// The rules in force, which change while the program runs.
package final class LiveRules: Sendable {
    private let current: Mutex<CommitmentRules>
    private let changed: @Sendable () -> Void

    /// - Parameter changed: called after every change, such as to wake `LimitKeeper`.
    package init(_ rules: CommitmentRules, changed: @escaping @Sendable () -> Void = {}) {
        current = Mutex(rules)
        self.changed = changed
    }

    package var value: CommitmentRules {
        current.withLock { $0 }
    }

    package func replace(by rules: CommitmentRules) {
        current.withLock { $0 = rules }
        changed()
    }
}
