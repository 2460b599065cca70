import Foundation
import Model

/// Moments in words, for people at the desk: `Tue 24 Nov 2026, 17:00`.
enum DueText {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static func text(_ date: Date, in zone: TimeZone) -> String {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: date)
        let minute = ((seconds % 86_400) + 86_400) % 86_400 / 60
        return "\(text(CalendarDay(date, in: zone))), \(padded(minute / 60)):\(padded(minute % 60))"
    }

    static func text(_ day: CalendarDay) -> String {
        "\(days[day.weekday - 1]) \(day.day) \(months[day.month - 1]) \(day.year)"
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
