import Foundation

/// When something was sent, in the forms that senders write it.
enum ProviderTime {
    /// RFC 3339, or seconds, milliseconds or microseconds since 1970, as a number or as text; nil for all else.
    static func read(_ value: JSONValue?) -> Date? {
        guard let value else { return nil }
        if let number = value.double { return date(number) }
        guard let text = value.text, text.utf8.count <= 40 else { return nil }
        let forms = [
            Date.ISO8601FormatStyle(includingFractionalSeconds: false),
            Date.ISO8601FormatStyle(includingFractionalSeconds: true),
        ]
        return forms.lazy.compactMap { try? $0.parse(text) }.first { isPlausible($0) }
    }

    /// Numbers that would be centuries away are taken as parts of seconds.
    static func date(_ number: Double) -> Date? {
        var seconds = number
        if seconds > 1e14 { seconds /= 1e6 }
        if seconds > 1e11 { seconds /= 1e3 }
        let date = Date(timeIntervalSince1970: seconds)
        return isPlausible(date) ? date : nil
    }

    /// Of this century and the next.
    static func isPlausible(_ date: Date) -> Bool {
        (946_684_800...7_258_118_400).contains(date.timeIntervalSince1970)
    }
}
