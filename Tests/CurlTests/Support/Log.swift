import Synchronization
import TestSupport

/// What happened, in order, told by several threads.
final class Log: Sendable {
    private let entries = Mutex<[String]>([])

    var all: [String] { entries.withLock { $0 } }

    func note(_ entry: String) {
        entries.withLock { $0.append(entry) }
    }

    /// Returns once `entry` is there; false after ten seconds.
    func awaits(_ entry: String) async -> Bool {
        let deadline = ContinuousClock.now + eventuallyLimit
        while ContinuousClock.now < deadline {
            if all.contains(entry) { return true }
            await Task.yield()
        }
        return false
    }
}
