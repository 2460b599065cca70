/// Any JSON (RFC 8259), for documents whose shape a sender or the configuration decides.
package enum JSONValue: Hashable, Sendable {
    case null
    case flag(Bool)
    /// Written without fraction and exponent. What Int64 cannot hold is a `text` of its digits: nobody computes with it,
    /// and as the number of a message it must stay exact.
    case whole(Int64)
    /// Any other number; always finite. What Double cannot hold is a `text` as well.
    case number(Double)
    case text(String)
    case list([JSONValue])
    /// Of members with the same name the last counts.
    case object([String: JSONValue])

    /// Reads a document in UTF-8, linear in its length. What is no UTF-8 is repaired, and so are halves of surrogate
    /// pairs: neither may cost a message.
    ///
    /// Throws for what is no JSON, is nested more than 100 deep, has more than a million values, or a name of more than
    /// 1,000 octets.
    package init(parsing octets: [UInt8]) throws(JSONError) {
        var reader = JSONReader(octets)
        self = try reader.document()
    }

    /// The value at a path of member names and list indices; nil where there is none, or null.
    package func value(at path: some Sequence<String>) -> JSONValue? {
        var value = self
        for step in path {
            switch value {
            case .object(let members):
                guard let member = members[step] else { return nil }
                value = member
            case .list(let items):
                guard let index = Int(step), items.indices.contains(index) else { return nil }
                value = items[index]
            default: return nil
            }
        }
        return value == .null ? nil : value
    }

    /// The member at a path of names; nil where there is none, or null.
    package subscript(_ path: String...) -> JSONValue? {
        value(at: path)
    }
}

/// Why octets are no JSON, in one sentence.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
