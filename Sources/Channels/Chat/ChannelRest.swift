import Chat
import Foundation
import Synchronization

/// The rest that a provider has asked for: until then no reply of the channel is tried.
final class ChannelRest: Sendable {
    private struct Rest {
        var end: Date
        var reason: String
    }

    private let rest = Mutex<Rest?>(nil)

    func begin(until end: Date, because reason: String) {
        rest.withLock { rest in
            if rest.map({ $0.end < end }) ?? true { rest = Rest(end: end, reason: reason) }
        }
    }

    /// What is said to a reply that comes meanwhile; nil where there is no rest.
    func answer(at now: Date) -> ChatAnswer? {
        rest.withLock { rest in
            guard let current = rest, current.end > now else {
                rest = nil
                return nil
            }
            return .later(current.reason, retryAfter: current.end.timeIntervalSince(now))
        }
    }
}
