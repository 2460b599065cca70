import Model

extension CalendarDay {
    /// As searches and INTERNALDATE have it, such as `1-Feb-2024`. RFC 9051 section 9, `date`.
    var wire: String {
        let digits = String(year)
        let padding = String(repeating: "0", count: 4 - min(4, digits.utf8.count))
        return "\(day)-\(Self.months[month - 1])-\(padding)\(digits)"
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

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
