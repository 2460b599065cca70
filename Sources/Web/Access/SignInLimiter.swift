import Foundation

/// Slows down guessing: a few tries for a name from one address, a few more for all names from that address.
struct SignInLimiter: Sendable {
    private struct Key: Hashable {
        var name: String?
        var address: String
    }

    private var buckets: [Key: TokenBucket] = [:]
    /// Buckets that are remembered before full ones are forgotten.
    private static let sweepAbove = 1_000

    /// Counts one try; returns nil if it may be made, else the seconds to wait.
    mutating func tryOnce(name: String, address: String, at: Date) -> TimeInterval? {
        sweep(at: at)
        let byAddress = take(Key(name: nil, address: address), capacity: 30, interval: 10, at: at)
        let byName = take(Key(name: name.lowercased(), address: address), capacity: 5, interval: 60, at: at)
        return [byAddress, byName].compactMap(\.self).max()
    }

    /// A right password gives the name its tries back.
    mutating func succeeded(name: String, address: String) {
        buckets[Key(name: name.lowercased(), address: address)] = nil
    }

    private mutating func take(_ key: Key, capacity: Int, interval: TimeInterval, at: Date) -> TimeInterval? {
        buckets[key, default: TokenBucket(capacity: capacity, interval: interval, at: at)].take(at: at)
    }

    private mutating func sweep(at: Date) {
        guard buckets.count > Self.sweepAbove else { return }
        buckets = buckets.filter { !$0.value.isFull(at: at) }
    }
}
