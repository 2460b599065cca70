/// A row number in the store that cannot be mistaken for the number of something else.
package struct Identifier<Subject>: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let rawValue: Int64

    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// Reads the decimal form that URLs and commands use; nil for anything else.
    package init?(_ text: String) {
        guard let number = Int64(text), number > 0 else { return nil }
        rawValue = number
    }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package static func < (a: Self, b: Self) -> Bool {
        a.rawValue < b.rawValue
    }

    package var description: String {
        String(rawValue)
    }
}

/// The configured name of an inbox, such as `support`.
package struct InboxName: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(_ name: String) {
        rawValue = name
    }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package static func < (a: Self, b: Self) -> Bool {
        a.rawValue < b.rawValue
    }

    package var description: String {
        rawValue
    }
}
