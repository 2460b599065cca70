package import Foundation

extension BusinessHours {
    /// When something promised for a day has to be done: the last working moment by which it is still that day here and
    /// where the customer is. A day that is free ends with the working day before it. Where that has passed already
    /// ("by Sunday", said on a Saturday), the end of the day itself counts; nil where that has passed too.
    package func due(by day: CalendarDay, customer: TimeZone, after start: Date) -> Date? {
        let end = min(day.next.instant(in: zone), day.next.instant(in: customer)).addingTimeInterval(-1)
        let working = lastMoment(upTo: end)
        if working > start { return working }
        return end > start ? end : nil
    }

    /// The day on which so many working days after the one of an instant have begun; with 0, that day or the next that is
    /// none of the free ones.
    package func day(adding workingDays: Int, to start: Date) -> CalendarDay {
        var day = CalendarDay(start, in: zone)
        guard !isNever else { return day.adding(days: max(0, workingDays)) }
        if workingDays <= 0 {
            while !isWorkingDay(day) { day = day.next }
            return day
        }
        var left = workingDays
        while left > 0 {
            day = day.next
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// The same clock time so many working days later, or the first working moment after it.
    package func date(addingDays workingDays: Int, to start: Date) -> Date {
        guard workingDays > 0 else { return opening(from: start) }
        let today = CalendarDay(start, in: zone)
        let clock = start.timeIntervalSince(today.instant(in: zone))
        let midnight = day(adding: workingDays, to: start).instant(in: zone)
        return opening(from: midnight.addingTimeInterval(clock))
    }
}
