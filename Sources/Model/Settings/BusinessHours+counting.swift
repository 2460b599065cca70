package import Foundation

extension BusinessHours {
    /// The instant at which so many seconds of working time have passed; with 0, the first working moment from `start` on.
    /// A time that ends with the working day is that end, not the next morning.
    package func date(adding seconds: TimeInterval, to start: Date) -> Date {
        guard !isNever else { return start.addingTimeInterval(max(0, seconds)) }
        var left = max(0, seconds)
        var day = CalendarDay(start, in: zone)
        while true {
            for span in working(on: day) where span.upperBound > start {
                let begin = max(span.lowerBound, start)
                let length = span.upperBound.timeIntervalSince(begin)
                if left <= length { return begin.addingTimeInterval(left) }
                left -= length
            }
            day = day.next
        }
    }

    /// The latest instant from which so many seconds of working time are left until `end`.
    package func date(subtracting seconds: TimeInterval, from end: Date) -> Date {
        guard !isNever else { return end.addingTimeInterval(-max(0, seconds)) }
        var left = max(0, seconds)
        var day = CalendarDay(end, in: zone).next
        while true {
            for span in working(on: day).reversed() where span.lowerBound < end {
                let last = min(span.upperBound, end)
                let length = last.timeIntervalSince(span.lowerBound)
                if left <= length { return last.addingTimeInterval(-left) }
                left -= length
            }
            day = day.adding(days: -1)
        }
    }

    /// Working seconds between two instants; 0 where the second is not later.
    package func seconds(from start: Date, to end: Date) -> TimeInterval {
        guard start < end else { return 0 }
        guard !isNever else { return end.timeIntervalSince(start) }
        let last = CalendarDay(end, in: zone).next
        var (day, sum) = (CalendarDay(start, in: zone), 0.0)
        while day <= last {
            for span in working(on: day) {
                sum += max(0, min(span.upperBound, end).timeIntervalSince(max(span.lowerBound, start)))
            }
            day = day.next
        }
        return sum
    }

    /// The first working moment from an instant on.
    package func opening(from start: Date) -> Date {
        date(adding: 0, to: start)
    }

    package func isOpen(at instant: Date) -> Bool {
        opening(from: instant) == instant
    }

    /// The last working moment that is not after an instant: that instant, or the end of the working time before it.
    package func lastMoment(upTo limit: Date) -> Date {
        guard !isNever else { return limit }
        var day = CalendarDay(limit, in: zone).next
        while true {
            if let span = working(on: day).last(where: { $0.lowerBound < limit }) { return min(span.upperBound, limit) }
            day = day.adding(days: -1)
        }
    }
}
