package import Foundation

/// How much working time a promise should give itself, so that it is kept in nine of ten cases and mostly beaten.
package struct SuggestedTerm: Hashable, Sendable {
    /// Seconds of working time: half days up to two days, whole days above.
    package var seconds: TimeInterval
    /// How many promises of the same kind it was learned from; 0 where there were too few, and it is the configured one.
    package var samples: Int

    /// With fewer promises that have ended, nothing can be said about nine in ten: of `n` alike ones, the next is below
    /// the largest with a chance of n/(n+1).
    package static let fewest = 9
    /// The newest ones show first when things have become slower. Enough of them to let one pass that took for ever.
    static let recent = 30
    /// Somewhat above nine in ten: what takes long is known last, and so missing among the samples.
    static let share = 0.93

    /// - Parameters:
    ///   - durations: how long such promises really took, newest first, from the release to the deed.
    ///   - usual: what is promised where too little is known.
    package init(durations: [DateInterval], hours: BusinessHours, usual: WorkingTerm) {
        let worked = durations.map { hours.seconds(from: $0.start, to: $0.end) }
        let configured = usual.seconds(in: hours)
        if worked.count < Self.fewest {
            // What was seen can only make the configured time longer.
            seconds = Self.rounded(max(configured, worked.max() ?? 0), day: hours.dayLength)
            samples = 0
        } else {
            let recent = Self.cautious(Array(worked.prefix(Self.recent)))
            seconds = Self.rounded(max(recent, Self.cautious(worked)), day: hours.dayLength)
            samples = worked.count
        }
    }

    /// The next of the same kind is at most so long with a chance of `share`, whatever the distribution: the order
    /// statistic of rank ⌈share (n + 1)⌉. And long enough that more than half of them leave a quarter of it over, which
    /// customers notice (`Promise.beatenMargin`).
    static func cautious(_ samples: [TimeInterval]) -> TimeInterval {
        let sorted = samples.sorted()
        guard let largest = sorted.last else { return 0 }
        let rank = Int((share * Double(sorted.count + 1)).rounded(.up))
        let kept = rank <= sorted.count ? sorted[rank - 1] : largest
        let common = sorted[min(sorted.count - 1, sorted.count * 6 / 10)]
        return max(kept, common / (1 - Promise.beatenMargin))
    }

    /// Up to the next half day, from two days on to the next day: customers think in these.
    static func rounded(_ seconds: TimeInterval, day: TimeInterval) -> TimeInterval {
        let step = seconds <= 2 * day ? day / 2 : day
        return max(1, (seconds / step - 1e-9).rounded(.up)) * step
    }

    /// When a promise made then is due.
    package func due(from start: Date, _ hours: BusinessHours) -> Date {
        hours.date(adding: seconds, to: start)
    }

    /// The day to name in a promise made then. What is promised for a day has until its end.
    package func day(from start: Date, _ hours: BusinessHours) -> CalendarDay {
        CalendarDay(due(from: start, hours), in: hours.zone)
    }
}
