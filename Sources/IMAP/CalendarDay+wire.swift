/// A day of the Gregorian calendar, without time or zone, as searches by date want it.
///
///     SINCE 1-Feb-2024
///
/// RFC 9051 section 9, `date`.
package struct CalendarDay: Hashable, Sendable, CustomStringConvertible {
    /// 0...9999.
    package let year: Int
    /// 1...12.
    package let month: Int
    /// 1...31.
    package let day: Int

    /// Nil where there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= Self.length(ofMonth: month, year: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// As on the wire: `1-Feb-2024`.
    package var description: String {
        let digits = String(year)
        let padding = String(repeating: "0", count: 4 - min(4, digits.utf8.count))
        return "\(day)-\(Self.months[month - 1])-\(padding)\(digits)"
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `17-Jul-1996`; the month in any case.
    init?(wire: ArraySlice<UInt8>) {
        let parts = wire.split(separator: UInt8(ascii: "-"))
        guard parts.count == 3, let day = InternalDate.smallNumber(parts[0]) else { return nil }
        let name = String(decoding: parts[1], as: UTF8.self).lowercased()
        let index = Self.months.firstIndex { $0.lowercased() == name }
        guard let index, let year = InternalDate.smallNumber(parts[2]) else { return nil }
        self.init(year: year, month: index + 1, day: day)
    }
}

// Days are counted in years that start in March, so that the leap day is the last of its year, and in eras of 400 years,
// which all have 146,097 days.
extension CalendarDay {
    /// Days from 1 January 1970, negative before it.
    var daysSince1970: Int {
        let marchYear = month > 2 ? year : year - 1
        let era = marchYear >= 0 ? marchYear / 400 : -1
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day so many days after 1 January 1970; years outside 0...9999 are the caller's to avoid.
    package init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = shifted >= 0 ? shifted / 146_097 : (shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}
