import Foundation
import Synchronization

/// A clock that stands still until it is told to move.
final class TestClock: Sendable {
    /// 22 November 2026, 09:50:00 UTC.
    static let start = Date(timeIntervalSince1970: 1_795_341_000)

    private let time = Mutex(TestClock.start)

    var now: Date {
        time.withLock { $0 }
    }

    func set(_ date: Date) {
        time.withLock { $0 = date }
    }

    func advance(_ seconds: TimeInterval) {
        time.withLock { $0 += seconds }
    }
}
