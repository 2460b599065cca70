package import Foundation

/// A length of time as shops say it: `4 working hours`, `2 working days`.
package enum WorkingTerm: Hashable, Sendable {
    /// Seconds of working time.
    case time(TimeInterval)
    /// Until the same time of day so many working days later.
    case days(Int)

    /// From `30 working minutes`, `4 working hours`, `1 working day`; nil for anything else, for nothing, and for more
    /// than 200 days. `working` may be left out, and is always meant.
    package init?(_ text: String) {
        let words = text.split(separator: " ").map { $0.lowercased() }.filter { $0 != "working" }
        guard words.count == 2, let number = Int(words[0]), number > 0 else { return nil }
        switch words[1] {
        case "minute", "minutes": self = .time(TimeInterval(number) * 60)
        case "hour", "hours": self = .time(TimeInterval(number) * 3_600)
        case "day", "days": self = .days(number)
        default: return nil
        }
        guard seconds(in: .always(in: .gmt)) <= 200 * 86_400 else { return nil }
    }

    /// When it is over.
    package func end(from start: Date, _ hours: BusinessHours) -> Date {
        switch self {
        case .time(let seconds): hours.date(adding: seconds, to: start)
        case .days(let days): hours.date(addingDays: days, to: start)
        }
    }

    /// Working seconds of it in a week of usual days.
    package func seconds(in hours: BusinessHours) -> TimeInterval {
        switch self {
        case .time(let seconds): seconds
        case .days(let days): TimeInterval(days) * hours.dayLength
        }
    }
}
