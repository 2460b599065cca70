package import Foundation

/// When a mail that nobody has is tried again, and when it is given up (RFC 5321 §4.5.4.1 asks for at least 30
/// minutes between tries in the long run, and 4 to 5 days before giving up).
package struct RetrySchedule: Hashable, Sendable {
    /// Seconds to wait after the first, second, … try; the last value repeats.
    package var waits: [TimeInterval]
    /// Seconds after the approval at which the mail goes back to the desk instead.
    package var giveUpAfter: TimeInterval
    /// Tries in vain after which it is the relay's trouble rather than a short wait that a relay asks for.
    package var patience: Int

    package init(
        waits: [TimeInterval] = [30, 60, 300, 900, 1_800, 3_600, 7_200, 14_400],
        giveUpAfter: TimeInterval = 4 * 86_400,
        patience: Int = 3
    ) {
        self.waits = waits
        self.giveUpAfter = giveUpAfter
        self.patience = patience
    }

    /// For replies in chats, where somebody waits at the other end: three quick tries, then as with mail.
    package static var chat: RetrySchedule {
        let (quick, usual) = ([2.0, 5, 15], RetrySchedule())
        return RetrySchedule(
            waits: quick + usual.waits,
            giveUpAfter: usual.giveUpAfter,
            patience: usual.patience + quick.count
        )
    }

    /// The time of the next try, or nil to give up.
    ///
    /// - Parameters:
    ///   - attempts: how many tries there were, at least 1.
    ///   - jitter: 0 to 1; spreads tries over the last fifth of the wait, so that a relay that comes back is not met by
    ///     everything at once.
    package func next(attempts: Int, createdAt: Date, now: Date, jitter: Double) -> Date? {
        guard let last = waits.last, now.timeIntervalSince(createdAt) < giveUpAfter else { return nil }
        let wait = attempts <= waits.count ? waits[max(attempts, 1) - 1] : last
        return now.addingTimeInterval(wait * (0.8 + 0.2 * min(max(jitter, 0), 1)))
    }
}
