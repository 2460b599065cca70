package import Foundation

/// The sums of the law of custody for deliveries: accepted = unpacked + parked + waiting.
///
/// How many messages are in a delivery is known once it was taken apart; then they are among those of `Custody`.
package struct DeliverySums: Hashable, Sendable {
    /// Counted by the history, the rest by the deliveries themselves, so that the two sides can disagree.
    package var accepted: Int
    package var unpacked: Int
    /// Each stands among the parked messages as a whole.
    package var parked: Int
    /// Durable, and not taken apart yet.
    package var waiting: Int
    /// When the oldest of those that wait was received; nil where none does.
    package var oldestWaiting: Date?

    package var addUp: Bool {
        accepted == unpacked + parked + waiting
    }

    package init(accepted: Int, unpacked: Int, parked: Int, waiting: Int, oldestWaiting: Date? = nil) {
        self.accepted = accepted
        self.unpacked = unpacked
        self.parked = parked
        self.waiting = waiting
        self.oldestWaiting = oldestWaiting
    }
}
