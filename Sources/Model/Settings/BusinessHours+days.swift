package import Foundation

extension BusinessHours {
    /// Around the clock, every day.
    package static func always(in zone: TimeZone) -> BusinessHours {
        BusinessHours(
            zone: zone,
            week: Dictionary(uniqueKeysWithValues: (1...7).map { ($0, [Span(start: 0, end: 1_440)]) })
        )
    }

    /// Whether there is no working time in any week. Time is then counted around the clock, so that it ends at all.
    package var isNever: Bool {
        !(1...7).contains { day in week[day, default: []].contains { $0.start < $0.end } }
    }

    package func isWorkingDay(_ day: CalendarDay) -> Bool {
        !working(on: day).isEmpty
    }

    /// The working time of a day as instants, in order. A span that the change to summer time skips is not there; one in
    /// which clocks go back is longer by as much.
    package func working(on day: CalendarDay) -> [Range<Date>] {
        guard !holidays.contains(day), let spans = week[day.weekday] else { return [] }
        return spans.compactMap { span in
            let start = day.instant(minute: span.start, in: zone)
            let end = day.instant(minute: span.end, in: zone)
            return start < end ? start..<end : nil
        }
    }

    /// Seconds of the day of the week on which most is worked: what a whole working day is counted as.
    package var dayLength: TimeInterval {
        let longest = week.values.map { spans in spans.reduce(0) { $0 + max(0, $1.end - $1.start) } }.max() ?? 0
        return longest > 0 ? TimeInterval(longest * 60) : 86_400
    }
}
