import Foundation

/// Slows down guessing: a few tries for a name from one address, a few more for all names from that address.
struct SignInLimiter: Sendable {
    private struct Key: Hashable {
        var name: String?
        var address: String
    }

    private var buckets = TokenBuckets<Key>(usual: 1_000)

    /// Counts one try; returns nil if it may be made, else the seconds to wait.
    mutating func tryOnce(name: String, address: String, at: Date) -> TimeInterval? {
        let byAddress = buckets.take(Key(name: nil, address: address), capacity: 30, interval: 10, at: at)
        let byName = buckets.take(Key(name: name.lowercased(), address: address), capacity: 5, interval: 60, at: at)
        return [byAddress, byName].compactMap(\.self).max()
    }

    /// A right password gives the name its tries back.
    mutating func succeeded(name: String, address: String) {
        buckets.forget(Key(name: name.lowercased(), address: address))
    }
}
