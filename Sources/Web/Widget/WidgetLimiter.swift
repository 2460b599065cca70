import Foundation
import Model

/// Slows visitors of widgets down: what one session does, and what comes from one address, behind which may be many.
struct WidgetLimiter: Sendable {
    enum Act: Hashable, Sendable {
        case begin
        case write
        case look
        case leaveAddress
    }

    private enum Subject: Hashable {
        case session(ChatAddress)
        case peer(String)
    }

    private struct Key: Hashable {
        var act: Act
        var subject: Subject
    }

    private var buckets: [Key: TokenBucket] = [:]
    /// Buckets that are remembered before full ones are forgotten.
    private static let sweepAbove = 4_000

    /// Counts one act; returns nil if it may be done, else the seconds to wait.
    mutating func tryOnce(_ act: Act, of session: ChatAddress?, from peer: String, at: Date) -> TimeInterval? {
        sweep(at: at)
        let byPeer = take(Key(act: act, subject: .peer(peer)), act.ofPeer, at: at)
        let bySession = session.flatMap { take(Key(act: act, subject: .session($0)), act.ofSession, at: at) }
        return [byPeer, bySession].compactMap(\.self).max()
    }

    private mutating func take(_ key: Key, _ rate: Rate, at: Date) -> TimeInterval? {
        buckets[key, default: TokenBucket(capacity: rate.atOnce, interval: rate.interval, at: at)].take(at: at)
    }

    private mutating func sweep(at: Date) {
        guard buckets.count > Self.sweepAbove else { return }
        buckets = buckets.filter { !$0.value.isFull(at: at) }
    }
}

/// So many at once, then one each `interval` seconds.
private struct Rate {
    var atOnce: Int
    var interval: TimeInterval
}

extension WidgetLimiter.Act {
    fileprivate var ofSession: Rate {
        switch self {
        case .begin: Rate(atOnce: 1, interval: 60)
        case .write: Rate(atOnce: 10, interval: 6)
        case .look: Rate(atOnce: 30, interval: 2)
        case .leaveAddress: Rate(atOnce: 5, interval: 60)
        }
    }

    fileprivate var ofPeer: Rate {
        switch self {
        case .begin: Rate(atOnce: 30, interval: 20)
        case .write: Rate(atOnce: 60, interval: 1)
        case .look: Rate(atOnce: 600, interval: 0.1)
        case .leaveAddress: Rate(atOnce: 10, interval: 60)
        }
    }
}
