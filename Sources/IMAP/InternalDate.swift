import Foundation
import Model

/// The date and time of INTERNALDATE and APPEND.
///
///     "17-Jul-1996 02:44:25 -0700"
///
/// RFC 9051 section 9, `date-time`.
enum InternalDate {
    /// The instant; nil where the text is no date of this form.
    static func parse(_ bytes: [UInt8]) -> Date? {
        let fields = bytes.split(separator: UInt8(ascii: " "))
        guard fields.count >= 2, let day = CalendarDay(wire: fields[0]), let time = seconds(fields[1]) else {
            return nil
        }
        let zone = fields.count > 2 ? offset(fields[2]) : 0
        return Date(timeIntervalSince1970: Double(day.number * 86_400 + time - zone))
    }

    /// The instant as the wire has it, in universal time.
    static func format(_ date: Date) -> String? {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        guard abs(seconds) < 1e11 else { return nil }
        let (days, second) = Self.split(Int(seconds))
        let clock = [second / 3600, second / 60 % 60, second % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        let day = CalendarDay(number: days).wire
        return (day.utf8.count < 11 ? " " : "") + day + " " + clock.joined(separator: ":") + " +0000"
    }

    private static func split(_ seconds: Int) -> (days: Int, second: Int) {
        let remainder = seconds % 86_400
        return remainder < 0 ? (seconds / 86_400 - 1, remainder + 86_400) : (seconds / 86_400, remainder)
    }

    /// `02:44:25` in seconds.
    private static func seconds(_ field: ArraySlice<UInt8>) -> Int? {
        let parts = field.split(separator: UInt8(ascii: ":")).map { smallNumber($0) }
        guard parts.count >= 2, let hour = parts[0], let minute = parts[1] else { return nil }
        let second = parts.count > 2 ? parts[2] ?? 0 : 0
        guard hour < 24, minute < 60, second < 61 else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// `-0700` in seconds; 0 for what is no zone.
    private static func offset(_ field: ArraySlice<UInt8>) -> Int {
        guard field.count == 5, let number = smallNumber(field.dropFirst()) else { return 0 }
        let seconds = number / 100 * 3600 + number % 100 * 60
        return field.first == UInt8(ascii: "-") ? -seconds : seconds
    }

    static func smallNumber(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...4).contains(digits.count), digits.allSatisfy(\.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
