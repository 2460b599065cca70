import Foundation

/// A token bucket for each key that something was ever counted of.
struct TokenBuckets<Key: Hashable & Sendable>: Sendable {
    private var buckets: [Key: TokenBucket] = [:]
    /// Buckets that are remembered before full ones are forgotten.
    private var sweepAbove: Int
    private let usual: Int

    /// - Parameter usual: buckets that are worth their memory, whoever they are of.
    init(usual: Int) {
        self.usual = usual
        sweepAbove = usual
    }

    /// Takes one token of a key; returns nil if there was one, else the seconds until there is.
    mutating func take(_ key: Key, capacity: Int, interval: TimeInterval, at: Date) -> TimeInterval? {
        sweep(at: at)
        return buckets[key, default: TokenBucket(capacity: capacity, interval: interval, at: at)].take(at: at)
    }

    /// Gives a key all of its tokens back.
    mutating func forget(_ key: Key) {
        buckets[key] = nil
    }

    var count: Int { buckets.count }

    private mutating func sweep(at: Date) {
        guard buckets.count > sweepAbove else { return }
        buckets = buckets.filter { !$0.value.isFull(at: at) }
        // Where most are in use, the next look at all of them waits until there are twice as many.
        sweepAbove = max(usual, 2 * buckets.count)
    }
}
