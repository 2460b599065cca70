package import Foundation

extension CalendarDay {
    /// The first instant at which clocks in a zone show this day and that many minutes after midnight, or more.
    ///
    /// So a time that is skipped when clocks go forward is the instant at which they do, and one that comes twice is its
    /// first time. Later clock times never give earlier instants.
    package func instant(minute: Int = 0, in zone: TimeZone) -> Date {
        let local = Double(number) * 86_400 + Double(minute) * 60
        func date(_ offset: Int) -> Date { Date(timeIntervalSince1970: local - Double(offset)) }
        let nearby = [-86_400.0, 86_400].map { zone.secondsFromGMT(for: Date(timeIntervalSince1970: local + $0)) }
        let fitting = Set(nearby).map(date).filter { Self.local(of: $0, in: zone) == local }
        return fitting.min() ?? Self.firstInstant(showing: local, in: zone, from: nearby.map(date))
    }

    /// What clocks in a zone show, as seconds since their 1970-01-01 00:00.
    private static func local(of date: Date, in zone: TimeZone) -> Double {
        date.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: date))
    }

    /// Halves the time in which clocks are changed until the second is found.
    private static func firstInstant(showing local: Double, in zone: TimeZone, from nearby: [Date]) -> Date {
        var low = (nearby.map(\.timeIntervalSince1970).min() ?? local).rounded(.down) - 1
        var high = (nearby.map(\.timeIntervalSince1970).max() ?? local).rounded(.up) + 1
        while high - low > 1 {
            let middle = ((low + high) / 2).rounded(.down)
            if Self.local(of: Date(timeIntervalSince1970: middle), in: zone) >= local {
                high = middle
            } else {
                low = middle
            }
        }
        return Date(timeIntervalSince1970: high)
    }
}
