import Foundation

/// A time as a page shows it: how long ago, and when exactly.
struct Moment: Hashable, Sendable {
    /// `now`, `38 min`, `2 h`, `3 days`.
    let age: String
    /// `Thu 26 Nov, 18:04`, with the year where it is another one.
    let exact: String
    /// ISO 8601, for machines.
    let machine: String

    init(_ date: Date, now: Date, in zone: TimeZone) {
        age = Self.age(seconds: now.timeIntervalSince(date))
        exact = Self.exact(date, now: now, in: zone)
        machine = date.formatted(.iso8601)
    }

    static func age(seconds: TimeInterval) -> String {
        switch seconds {
        case ..<60: "now"
        case ..<3_600: "\(Int(seconds / 60)) min"
        case ..<86_400: "\(Int(seconds / 3_600)) h"
        case ..<172_800: "1 day"
        default: "\(Int(seconds / 86_400)) days"
        }
    }

    private static func exact(_ date: Date, now: Date, in zone: TimeZone) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.year, .month, .day, .weekday, .hour, .minute], from: date)
        guard let year = parts.year, let month = parts.month, let day = parts.day, let weekday = parts.weekday,
            let hour = parts.hour, let minute = parts.minute
        else { return date.formatted(.iso8601) }
        let clock = "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        let sameYear = calendar.component(.year, from: now) == year
        return "\(weekdays[weekday - 1]) \(day) \(months[month - 1])\(sameYear ? "" : " \(year)"), \(clock)"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

/// The moment a page is made for.
struct Clock: Sendable {
    var now: Date
    var zone: TimeZone

    func moment(_ date: Date) -> Moment {
        Moment(date, now: now, in: zone)
    }
}
