import Foundation
import Model

/// `Fri, 15 Jan 2027 08:02:00 GMT`: the form of dates that HTTP servers send (IMF-fixdate, RFC 9110 §5.6.7). The two
/// obsolete forms are left out: an API that speaks JSON has never had them. Twilio writes the same with `+0000` in the place
/// of `GMT` (RFC 2822 §3.3).
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// nil for anything else.
    static func date(_ text: String) -> Date? {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 6, words[0].hasSuffix(","), ["GMT", "+0000"].contains(words[5]),
            let month = months.firstIndex(of: String(words[2])),
            let midnight = midnight(year: words[3], month: month + 1, day: words[1]),
            let seconds = seconds(words[4])
        else { return nil }
        return midnight.addingTimeInterval(seconds)
    }

    private static func midnight(year: Substring, month: Int, day: Substring) -> Date? {
        guard let year = number(year, digits: 4), let day = number(day, digits: 2) else { return nil }
        return CalendarDay(year: year, month: month, day: day)?.instant(in: .gmt)
    }

    private static func seconds(_ time: Substring) -> TimeInterval? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { number($0, digits: 2) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
            hour < 24, minute < 60, second <= 60
        else { return nil }
        return TimeInterval((hour * 60 + minute) * 60 + second)
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        text.utf8.count == digits && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}
