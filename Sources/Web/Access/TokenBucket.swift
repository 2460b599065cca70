import Foundation

/// A token bucket: `capacity` tries at once, then one each `interval` seconds.
struct TokenBucket: Hashable, Sendable {
    let capacity: Double
    let interval: TimeInterval
    private var level: Double
    private var filledAt: Date

    init(capacity: Int, interval: TimeInterval, at: Date) {
        self.capacity = Double(capacity)
        self.interval = interval
        level = Double(capacity)
        filledAt = at
    }

    /// Takes one token; returns nil if there was one, else the seconds until there is.
    mutating func take(at: Date) -> TimeInterval? {
        refill(at: at)
        guard level >= 1 else { return (1 - level) * interval }
        level -= 1
        return nil
    }

    /// Whether it is as good as new at that time, so that it need not be remembered.
    func isFull(at: Date) -> Bool {
        var copy = self
        copy.refill(at: at)
        return copy.level >= copy.capacity
    }

    private mutating func refill(at: Date) {
        let elapsed = max(0, at.timeIntervalSince(filledAt))
        level = min(capacity, level + elapsed / interval)
        filledAt = max(filledAt, at)
    }
}
