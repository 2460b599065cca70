import Foundation

/// How a value is written in a configuration file, and how it is read.
struct TextForm<Value>: Sendable {
    /// What is expected, with an example: "a duration such as 15s, 10m, 2h or 7d".
    let description: String
    let read: @Sendable (String) -> Value?
}

extension TextForm where Value == TimeInterval {
    static func duration(_ range: ClosedRange<TimeInterval>, _ described: String) -> Self {
        TextForm(description: "a duration such as 15s, 10m, 2h or 7d (\(described))") { text in
            let units: [Character: TimeInterval] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
            guard let unit = text.last.flatMap({ units[$0] }), let number = Double(text.dropLast()) else { return nil }
            return range.contains(number * unit) ? number * unit : nil
        }
    }
}

extension TextForm where Value == Int {
    static let size = TextForm(description: "a size such as 500KB, 25MB or 1GB, at least 10KB") { text in
        let units: [(String, Int)] = [
            ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("KB", 1_000), ("MB", 1_000_000),
            ("GB", 1_000_000_000),
        ]
        guard let unit = units.first(where: { text.hasSuffix($0.0) }),
            let number = Int(text.dropLast(unit.0.count)), (1...1_000_000).contains(number), number * unit.1 >= 10_000
        else { return nil }
        return number * unit.1
    }

    static let port = TextForm(description: "a port from 1 to 65535") { text in
        Int(text).flatMap { (1...65_535).contains($0) ? $0 : nil }
    }

    static let count = TextForm(description: "a whole number, 0 or more") { text in
        Int(text).flatMap { $0 >= 0 ? $0 : nil }
    }
}

extension TextForm where Value == Bool {
    static let flag = TextForm(description: "true or false") { text in
        switch text {
        case "true", "yes", "on": true
        case "false", "no", "off": false
        default: nil
        }
    }
}

extension TextForm where Value == Date {
    /// The start of a day in UTC.
    static let day = TextForm(description: "a day such as 2026-01-31") { text in
        guard text.count == 10, let date = try? Date("\(text)T00:00:00Z", strategy: .iso8601) else { return nil }
        // The parser takes the 31st of a short month for the 1st of the next.
        return date.formatted(.iso8601).hasPrefix(text) ? date : nil
    }
}

extension TextForm where Value == String {
    static let language = TextForm(description: "a language code such as en") { text in
        (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) } ? text : nil
    }

    static let host = TextForm(description: "a host name or address such as imap.shop.example") { text in
        !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || ".-:_[]".contains($0) } ? text : nil
    }

    static let address = TextForm(description: "a mail address such as hello@shop.example") { text in
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), parts[1].contains(".") || parts[1] == "localhost"
        else {
            return nil
        }
        return text.contains { $0.isWhitespace || "<>,;\"()".contains($0) } ? nil : text
    }

    static func url(_ schemes: String...) -> Self {
        TextForm(description: "an address that begins with \(schemes.joined(separator: " or "))") { text in
            guard schemes.contains(where: text.hasPrefix), let host = URL(string: text)?.host, !host.isEmpty else {
                return nil
            }
            return text
        }
    }
}
