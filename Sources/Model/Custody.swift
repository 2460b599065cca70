package import Foundation

/// The sums that the law of custody is about: taken = open + answered + parked.
package struct Custody: Hashable, Sendable {
    package var taken: Int
    /// Stored or read, with a decision owed.
    package var open: Int
    package var answered: Int
    package var parked: Int
    /// Origins that point at more than one message; always 0 unless the store is broken.
    package var duplicated: Int
    /// When the oldest message was taken that has not been read yet; nil where every one has.
    package var oldestUnowned: Date?
    /// Deliveries of channels that are durable and not taken apart yet: how many messages are in them is not known, so
    /// they are open work beside the sums.
    package var waitingDeliveries: Int
    /// When the oldest of them was received; nil where there is none.
    package var oldestDelivery: Date?

    package init(
        taken: Int,
        open: Int,
        answered: Int,
        parked: Int,
        duplicated: Int,
        oldestUnowned: Date?,
        waitingDeliveries: Int = 0,
        oldestDelivery: Date? = nil
    ) {
        self.taken = taken
        self.open = open
        self.answered = answered
        self.parked = parked
        self.duplicated = duplicated
        self.oldestUnowned = oldestUnowned
        self.waitingDeliveries = waitingDeliveries
        self.oldestDelivery = oldestDelivery
    }
}
