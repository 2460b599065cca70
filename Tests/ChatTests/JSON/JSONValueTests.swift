import Testing

@testable import Chat

@Suite("JSON of any shape")
struct JSONValueTests {
    @Test(
        "values",
        arguments: [
            ("null", .null), (" true ", .flag(true)), ("false", .flag(false)), ("0", .whole(0)), ("-0", .whole(0)),
            ("9007199254740993", .whole(9_007_199_254_740_993)), ("-9223372036854775808", .whole(.min)),
            ("1.5", .number(1.5)), ("1e2", .number(100)), ("1E+2", .number(100)), ("-0.5e-1", .number(-0.05)),
            ("18446744073709551616", .text("18446744073709551616")), ("1e400", .text("1e400")), (#""""#, .text("")),
            (#""a\n\t\r\b\f\/\\\"b""#, .text("a\n\t\r\u{8}\u{C}/\\\"b")), (#""\u00e9\u20AC""#, .text("é€")),
            (#""\ud83d\ude00""#, .text("😀")), (#""\ud83dx""#, .text("\u{FFFD}x")), (#""\ude00""#, .text("\u{FFFD}")),
            (#""\ud83d\ud83d\ude00""#, .text("\u{FFFD}😀")), (#""\ud83d\u0041""#, .text("\u{FFFD}A")), ("[]", .list([])),
            ("[1, [2]]", .list([.whole(1), .list([.whole(2)])])), ("{}", .object([:])), ("\u{FEFF}{}", .object([:])),
            (#"{"a": 1, "a": 2}"#, .object(["a": .whole(2)])), ("\"a\nb\"", .text("a\nb")),
        ] as [(String, JSONValue)]
    )
    func values(json: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: Array(json.utf8)) == value)
    }

    @Test(
        "what is none",
        arguments: [
            "", " ", "nul", "truex", "01", "-", "1.", ".5", "1e", "+1", "\"", #""\x""#, #""\u12""#, #""\u12g4""#,
            "[1,]", "[1 2]",
            "[", "{", "{1: 2}", #"{"a" 1}"#, #"{"a": }"#, #"{"a": 1,}"#, "1 2", "NaN", "'a'", #""\"#,
        ]
    )
    func none(json: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: Array(json.utf8)) }
    }

    @Test("depth and number of values are bounded")
    func bounds() throws {
        let deep = { (depth: Int) in
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        _ = try JSONValue(parsing: deep(JSONReader.deepest))
        #expect(throws: JSONError.self) { try JSONValue(parsing: deep(1_000)) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: deep(1_000_000)) }
        let many = Array(("[" + String(repeating: "0,", count: JSONReader.mostValues) + "0]").utf8)
        #expect(throws: JSONError.self) { try JSONValue(parsing: many) }
    }

    @Test("the length of a member's name is bounded")
    func names() throws {
        let named = { (length: Int) in Array(#"{"\#(String(repeating: "a", count: length))":1}"#.utf8) }
        #expect(try JSONValue(parsing: named(JSONReader.longestName)).members?.count == 1)
        #expect(throws: JSONError.self) { try JSONValue(parsing: named(JSONReader.longestName + 1)) }
    }

    @Test("what is written is read again, with members in order")
    func writing() throws {
        let json = #"{"b":[1,-2.5,true,null,"a\"\\\n\t\u0001ü"],"a":{"":{}}}"#
        let value = try JSONValue(parsing: Array(json.utf8))
        #expect(value.compact == #"{"a":{"":{}},"b":[1,-2.5,true,null,"a\"\\\n\t\u0001ü"]}"#)
        #expect(try JSONValue(parsing: Array(value.compact.utf8)) == value)
    }

    @Test("numbers of messages are decimal text")
    func labels() {
        #expect(JSONValue.whole(-7).label == "-7")
        #expect(JSONValue.text("").label == nil)
        #expect(JSONValue.flag(true).label == nil)
        #expect(JSONValue.text("12").whole == 12)
        #expect(JSONValue.number(12).whole == 12)
        #expect(JSONValue.text("inf").double == nil)
    }

    @Test("paths lead through names and places")
    func paths() throws {
        let json = try JSONValue(parsing: Array(#"{"a": [{"b": 1}, {"b": null}]}"#.utf8))
        #expect(json["a", "0", "b"] == .whole(1))
        #expect(json["a", "1", "b"] == nil)
        #expect(json["a", "2", "b"] == nil)
        #expect(json["a", "-1"] == nil)
        #expect(json["a", "b"] == nil)
    }
}
