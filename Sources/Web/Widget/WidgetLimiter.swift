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

    private var buckets = TokenBuckets<Key>(usual: 4_000)

    /// Counts one act; returns nil if it may be done, else the seconds to wait.
    mutating func tryOnce(_ act: Act, of session: ChatAddress?, from peer: String, at: Date) -> TimeInterval? {
        let byPeer = take(Key(act: act, subject: .peer(peer)), act.ofPeer, at: at)
        guard let session, let rate = act.ofSession else { return byPeer }
        let bySession = take(Key(act: act, subject: .session(session)), rate, at: at)
        return [byPeer, bySession].compactMap(\.self).max()
    }

    private mutating func take(_ key: Key, _ rate: Rate, at: Date) -> TimeInterval? {
        buckets.take(key, capacity: rate.atOnce, interval: rate.interval, at: at)
    }
}

/// So many at once, then one each `interval` seconds.
private struct Rate {
    var atOnce: Int
    var interval: TimeInterval
}

extension WidgetLimiter.Act {
    /// nil where nobody is a visitor yet.
    fileprivate var ofSession: Rate? {
        switch self {
        case .begin: nil
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
