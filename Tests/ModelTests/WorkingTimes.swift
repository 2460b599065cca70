import Foundation
import Model

/// Inboxes that work at different times, for the tests of what is counted in them.
enum WorkingTimes {
    static func zone(_ name: String) -> TimeZone {
        TimeZone(identifier: name) ?? .gmt
    }

    static func day(_ text: String) -> CalendarDay {
        CalendarDay(text) ?? CalendarDay(number: 0)
    }

    /// An instant from `2026-03-04 09:30` as clocks in a zone show it; the first where they show it twice.
    static func at(_ text: String, _ zone: TimeZone) -> Date {
        let clock = text.suffix(5).split(separator: ":").compactMap { Int($0) }
        return day(String(text.prefix(10))).instant(minute: clock[0] * 60 + clock[1], in: zone)
    }

    /// What clocks in a zone show, as `2026-03-04 09:30`.
    static func shown(_ date: Date, _ zone: TimeZone) -> String {
        let local = Int(date.timeIntervalSince1970.rounded()) + zone.secondsFromGMT(for: date)
        let minute = ((local % 86_400) + 86_400) % 86_400 / 60
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(CalendarDay(date, in: zone).text) \(padded(minute / 60)):\(padded(minute % 60))"
    }

    static let berlin = zone("Europe/Berlin")

    /// Nine to five on weekdays, ten to two on Saturdays, with the holidays around the turn of the year.
    static let shop: BusinessHours = {
        var hours = BusinessHours.usual(in: berlin)
        hours.week[6] = [BusinessHours.Span(start: 600, end: 840)]
        hours.holidays = Set(["2026-12-25", "2026-12-26", "2027-01-01", "2026-04-03", "2026-04-06"].map(day))
        return hours
    }()

    /// Two shifts with a break, on the other side of the world.
    static let auckland: BusinessHours = {
        let shifts = [BusinessHours.Span(start: 510, end: 720), BusinessHours.Span(start: 780, end: 1_020)]
        let week = Dictionary(uniqueKeysWithValues: (1...6).map { ($0, shifts) })
        return BusinessHours(zone: zone("Pacific/Auckland"), week: week, holidays: [day("2026-12-28")])
    }()

    /// Nights only, so that every change of clocks falls into working time.
    static let nights: BusinessHours = {
        let shifts = [BusinessHours.Span(start: 0, end: 360), BusinessHours.Span(start: 1_320, end: 1_440)]
        return BusinessHours(zone: berlin, week: Dictionary(uniqueKeysWithValues: (1...7).map { ($0, shifts) }))
    }()

    static let sundayNight = BusinessHours(
        zone: zone("America/New_York"),
        week: [7: [BusinessHours.Span(start: 90, end: 150)]]
    )

    static let all: [BusinessHours] = [
        shop, auckland, nights, sundayNight, .always(in: zone("America/Sao_Paulo")), .usual(in: zone("Asia/Kolkata")),
        .usual(in: zone("Australia/Lord_Howe")),
    ]
}
