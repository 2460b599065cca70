/// Reads one JSON document.
///
/// Foundation's decoder is not asked: it refuses a whole document for half a surrogate pair or one octet that is no
/// UTF-8, rounds long numbers, and finds out what a value is by failing to read it as everything else.
struct JSONReader {
    static let deepest = 100
    static let mostValues = 1_000_000
    /// Octets of a member's name. Names are hashed as text, which takes time by the square of a run of accents.
    static let longestName = 1_000

    let octets: [UInt8]
    var position: Int
    private var count = 0

    init(_ octets: [UInt8]) {
        self.octets = octets
        position = octets.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func document() throws(JSONError) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard position == octets.count else { throw JSONError("More stands behind the JSON, at octet \(position).") }
        return value
    }

    /// The next octet, not taken yet; nil at the end.
    var next: UInt8? {
        position < octets.count ? octets[position] : nil
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        skipSpace()
        count += 1
        guard depth <= Self.deepest else { throw JSONError("The JSON is nested more than \(Self.deepest) deep.") }
        guard count <= Self.mostValues else { throw JSONError("The JSON has more than \(Self.mostValues) values.") }
        switch next {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .list(try list(depth: depth))
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        position += 1
        if takes("}") { return members }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw unexpected }
            let name = try string()
            guard name.utf8.count <= Self.longestName else {
                throw JSONError("The JSON has a name of more than \(Self.longestName) octets.")
            }
            guard takes(":") else { throw unexpected }
            members[name] = try value(depth: depth + 1)
        } while takes(",")
        guard takes("}") else { throw unexpected }
        return members
    }

    private mutating func list(depth: Int) throws(JSONError) -> [JSONValue] {
        var items: [JSONValue] = []
        position += 1
        if takes("]") { return items }
        repeat { items.append(try value(depth: depth + 1)) } while takes(",")
        guard takes("]") else { throw unexpected }
        return items
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let isThere = word.withUTF8Buffer { octets[position...].starts(with: $0) }
        guard isThere else { throw unexpected }
        position += word.utf8CodeUnitCount
        return value
    }

    /// Takes a mark with the space before it, if it is there.
    private mutating func takes(_ mark: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: mark) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let octet = next, octet == 0x20 || octet == 0x0A || octet == 0x0D || octet == 0x09 { position += 1 }
    }

    var unexpected: JSONError {
        position < octets.count
            ? JSONError("This is no JSON: octet \(position) should not be there.")
            : JSONError("The JSON ends too early, after \(octets.count) octets.")
    }
}
