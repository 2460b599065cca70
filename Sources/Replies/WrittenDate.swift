import Foundation

/// Dates as people write them, in the languages that the program has words for; others get the ISO form.
enum WrittenDate {
    /// A calendar day from `2026-03-04`; nil for anything that is no date of that form.
    static func day(iso text: String, language: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return written(year: year, month: month, day: day, language: language) ?? text
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
