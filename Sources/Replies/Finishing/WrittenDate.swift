import Foundation
import Model

/// Dates as people write them, in the languages that the program has words for; others get the ISO form.
enum WrittenDate {
    static func day(_ day: CalendarDay, language: String) -> String {
        written(year: day.year, month: day.month, day: day.day, language: language) ?? day.text
    }

    /// A moment in UTC, such as `4 March 2026 at 09:05 UTC`.
    static func moment(_ date: Date, language: String) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
        let year = parts.year ?? 0
        let month = parts.month ?? 1
        let day = parts.day ?? 1
        let time = "\(padded(parts.hour ?? 0)):\(padded(parts.minute ?? 0)) UTC"
        guard let written = written(year: year, month: month, day: day, language: language) else {
            return "\(year)-\(padded(month))-\(padded(day)) \(time)"
        }
        return "\(written)\(joint[language] ?? ", ")\(time)"
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }

    private static func written(year: Int, month: Int, day: Int, language: String) -> String? {
        guard let name = months[language]?[month - 1] else { return nil }
        switch language {
        case "de": return "\(day). \(name) \(year)"
        case "fr": return "\(day == 1 ? "1er" : String(day)) \(name) \(year)"
        case "es": return "\(day) de \(name) de \(year)"
        default: return "\(day) \(name) \(year)"
        }
    }

    private static let joint = ["en": " at ", "de": " um ", "fr": " à ", "es": " a las "]

    private static let months: [String: [String]] = [
        "en": [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ],
        "de": [
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember",
        ],
        "fr": [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ],
        "es": [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre",
            "diciembre",
        ],
    ]
}
