import Chat
import Model

extension HostileDelivery {
    private static func json(_ name: String, _ start: String, _ unit: String, _ end: String) -> HostileDelivery {
        HostileDelivery("JSON: \(name)", around(start, unit, end)) { body in
            guard let value = try? JSONValue(parsing: body) else { return false }
            return !value.compact.isEmpty
        }
    }

    static let json: [HostileDelivery] = [
        json("small numbers", "[0", ",1", "]"), json("long numbers", "[0", ",12345678901234567890123", "]"),
        json("one number of many digits", "1", "9", ""), json("fractions", "[0", ",1.5e3", "]"),
        json("empty objects", "[{}", ",{}", "]"), json("opening brackets", "", "[", ""),
        json("opening braces", "", "{\"a\":", ""),
        json("members", "{\"a\":0", ",\"a#\":1", "}"), json("the same member", "{\"a\":0", ",\"a\":1", "}"),
        json("names of accents", "{\"a\":0", ",\"a#\u{301}\u{300}\":1", "}"),
        json("one name of accents", "{\"a", "\u{301}\u{316}", "\":0}"), json("one text", "\"", "x", "\""),
        json("escaped letters", "\"", "\\u00e9", "\""), json("escaped quotes", "\"", "\\\"", "\""),
        json("pairs of surrogates", "\"", "\\ud83d\\ude00", "\""), json("halves of pairs", "\"", "\\ud83d", "\""),
        json("backslashes without an end", "\"", "\\\\", ""), json("control characters", "\"", "\u{1}", "\""),
        json("spaces", "[", " ", "]"), json("a text without an end", "\"", "x", ""),
        json(
            "lists in lists 50 deep",
            "[0",
            "," + String(repeating: "[", count: 50) + String(repeating: "]", count: 50),
            "]"
        ),
        HostileDelivery(
            "JSON: no UTF-8",
            { [0x22] + [UInt8](repeating: 0xFF, count: $0) + [0x22] },
            work: { (try? JSONValue(parsing: $0)) != nil }
        ),
    ]
}
