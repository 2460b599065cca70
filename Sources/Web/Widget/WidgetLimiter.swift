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
        var widget: InboxName
        var subject: Subject
    }

    private var buckets = TokenBuckets<Key>(usual: 4_000)

    /// Counts one act in a widget; returns nil if it may be done, else the seconds to wait.
    mutating func tryOnce(
        _ act: Act,
        of session: ChatAddress?,
        from peer: String,
        in widget: InboxName,
        _ limits: WidgetLimits,
        at: Date
    ) -> TimeInterval? {
        let rates = limits.rates(of: act)
        let byPeer = take(Key(act: act, widget: widget, subject: .peer(peer)), rates.network, at: at)
        guard let session, let rate = rates.visitor else { return byPeer }
        let bySession = take(Key(act: act, widget: widget, subject: .session(session)), rate, at: at)
        return [byPeer, bySession].compactMap(\.self).max()
    }

    private mutating func take(_ key: Key, _ rate: WidgetLimits.Rate, at: Date) -> TimeInterval? {
        buckets.take(key, capacity: rate.atOnce, interval: rate.interval, at: at)
    }
}

extension WidgetLimits {
    /// What one visitor may do, nil where nobody is one yet; and what a network may.
    fileprivate func rates(of act: WidgetLimiter.Act) -> (visitor: Rate?, network: Rate) {
        switch act {
        case .begin: (nil, networkVisitors)
        case .write: (messages, networkMessages)
        case .look: (looks, networkLooks)
        case .leaveAddress: (addresses, networkAddresses)
        }
    }
}
