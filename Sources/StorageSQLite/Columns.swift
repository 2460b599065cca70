import Foundation
import GRDB
import Model
import Storage

// How values of the domain stand in columns, both ways, in this one place.

extension Date {
    /// Microseconds since 1970, the precision that every engine keeps.
    var microseconds: Int64 {
        let value = (timeIntervalSince1970 * 1_000_000).rounded()
        return Int64(exactly: value) ?? (value < 0 ? .min : .max)
    }

    init(microseconds: Int64) {
        self.init(timeIntervalSince1970: Double(microseconds) / 1_000_000)
    }
}

extension String {
    /// The text for a plain column: SQLite reads text up to the first NUL, so a NUL becomes U+FFFD.
    var column: String {
        utf8.contains(0) ? replacing("\0", with: "\u{FFFD}") : self
    }
}

extension InboxName {
    var column: String { rawValue.column }
}

/// A value as JSON text. NUL is an escape there, so any Unicode text comes back as it was.
enum JSONColumn {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch {
            throw StoreError.damaged("A stored \(type) cannot be read.")
        }
    }
}

extension Row {
    func id<Subject>(_ column: String) throws -> Identifier<Subject> {
        Identifier(rawValue: try decode(Int64.self, forColumn: column))
    }

    func optionalID<Subject>(_ column: String) throws -> Identifier<Subject>? {
        try decode(Int64?.self, forColumn: column).map(Identifier.init(rawValue:))
    }

    func date(_ column: String) throws -> Date {
        Date(microseconds: try decode(Int64.self, forColumn: column))
    }

    func optionalDate(_ column: String) throws -> Date? {
        try decode(Int64?.self, forColumn: column).map(Date.init(microseconds:))
    }

    func text(_ column: String) throws -> String {
        try decode(String.self, forColumn: column)
    }

    func optionalText(_ column: String) throws -> String? {
        try decode(String?.self, forColumn: column)
    }

    func int(_ column: String) throws -> Int {
        try decode(Int.self, forColumn: column)
    }

    func bytes(_ column: String) throws -> [UInt8] {
        try [UInt8](decode(Data.self, forColumn: column))
    }

    func inbox(_ column: String = "inbox") throws -> InboxName {
        InboxName(try text(column))
    }

    func json<Value: Decodable>(_ type: Value.Type, _ column: String) throws -> Value {
        try JSONColumn.decode(type, from: decode(Data.self, forColumn: column))
    }

    func optionalJSON<Value: Decodable>(_ type: Value.Type, _ column: String) throws -> Value? {
        try decode(Data?.self, forColumn: column).map { try JSONColumn.decode(type, from: $0) }
    }

    /// One of the known words of a closed set; anything else is damage.
    func word<Value: RawRepresentable<String>>(_ type: Value.Type, _ column: String) throws -> Value {
        let text = try text(column)
        guard let value = Value(rawValue: text) else {
            throw StoreError.damaged("\(column) holds “\(text.prefix(40))”.")
        }
        return value
    }
}
