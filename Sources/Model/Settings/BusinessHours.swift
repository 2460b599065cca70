package import Foundation

/// When an inbox works: what due times are counted in.
package struct BusinessHours: Hashable, Sendable {
    /// Part of a day, in minutes after midnight; `end` not included, above `start`, 1440 at most.
    package struct Span: Hashable, Sendable {
        package var start: Int
        package var end: Int

        package init(start: Int, end: Int) {
            self.start = start
            self.end = end
        }
    }

    package var zone: TimeZone
    /// By weekday, 1 for Monday to 7 for Sunday; in order, without overlap. A day that is not there is free.
    package var week: [Int: [Span]]
    /// Days on which nobody works.
    package var holidays: Set<CalendarDay>

    package init(zone: TimeZone, week: [Int: [Span]], holidays: Set<CalendarDay> = []) {
        self.zone = zone
        self.week = week
        self.holidays = holidays
    }

    /// Monday to Friday, nine to five.
    package static func usual(in zone: TimeZone) -> BusinessHours {
        let day = [Span(start: 9 * 60, end: 17 * 60)]
        return BusinessHours(zone: zone, week: Dictionary(uniqueKeysWithValues: (1...5).map { ($0, day) }))
    }
}
