import Chat
import Foundation
import Model
import Testing

@testable import Channels

@Suite("Facts in the answers of lookups")
struct FactReadingTests {
    private func value(_ kind: LookupFact.Kind, _ json: String) throws -> FactValue? {
        let parsed = try JSONValue(parsing: Array("[\(json)]".utf8))
        let first = try #require(parsed.list?.first)
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        return LookupFact(name: "f", path: ["0"], kind: kind).value(of: first, zone: berlin, language: "de")
    }

    @Test(
        "days come as days, as moments in the inbox's zone, and as seconds",
        arguments: [
            (#""2026-03-04""#, "2026-03-04"), (#""2026-03-04T23:30:00Z""#, "2026-03-05"),
            (#""2026-03-04T23:30:00.250Z""#, "2026-03-05"), (#""2026-03-04T10:00:00+01:00""#, "2026-03-04"),
            ("1772582400", "2026-03-04"),
        ]
    )
    func day(json: String, day: String) throws {
        #expect(try value(.day, json) == CalendarDay(day).map(FactValue.day))
    }

    @Test(
        "what is no day is none",
        arguments: [#""2026-02-30""#, #""soon""#, "1772582400000", "12", "true", "null", "[]"]
    )
    func noDay(json: String) throws {
        #expect(try value(.day, json) == nil)
    }

    @Test(
        "money comes as a number, as a text, and with its currency",
        arguments: [
            ("12.5", 1_250, "EUR"), (#""12.50""#, 1_250, "EUR"), ("0.1", 10, "EUR"),
            (#"{"amount": "3", "currency": "usd"}"#, 300, "USD"), (#"{"amount": 300, "currency": "JPY"}"#, 300, "JPY"),
            ("-4.90", -490, "EUR"),
        ]
    )
    func money(json: String, units: Int, currency: String) throws {
        #expect(try value(.money(currency: "EUR"), json) == .money(Money(minorUnits: units, currency: currency)))
    }

    @Test(
        "what is no amount is none",
        arguments: [#""12,50 €""#, "1e300", #"{"amount": 1, "currency": "€"}"#, "{}", "true"]
    )
    func noMoney(json: String) throws {
        #expect(try value(.money(currency: "EUR"), json) == nil)
    }

    @Test("the system's words are told in the customer's, and words that nobody translated are left out")
    func words() throws {
        let words = ["shipped": ["en": "on its way", "de": "unterwegs"], "new": ["en": "new"]]
        #expect(try value(.text(words: words), #""shipped""#) == .text("unterwegs"))
        #expect(try value(.text(words: words), #""new""#) == nil)
        #expect(try value(.text(words: words), #""lost""#) == nil)
        #expect(try value(.text(words: [:]), #""DHL""#) == .text("DHL"))
        #expect(try value(.text(words: [:]), "17") == .text("17"))
        #expect(try value(.text(words: [:]), #""""#) == nil)
    }

    @Test("numbers and flags have their types")
    func plain() throws {
        #expect(try value(.number, "3") == .number(3))
        #expect(try value(.number, "3.5") == nil)
        #expect(try value(.number, #""3""#) == nil)
        #expect(try value(.flag, "false") == .flag(false))
        #expect(try value(.flag, "0") == nil)
    }

    @Test("a path goes through members and lists")
    func path() throws {
        let json = try JSONValue(parsing: Array(#"{"a": [{"b": 1}, {"b": null}]}"#.utf8))
        #expect(json.value(at: ["a", "0", "b"]) == .whole(1))
        #expect(json.value(at: ["a", "1", "b"]) == nil)
        #expect(json.value(at: ["a", "2", "b"]) == nil)
        #expect(json.value(at: ["a", "-1"]) == nil)
        #expect(json.value(at: ["a", "b"]) == nil)
        #expect(json.value(at: []) == json)
    }
}
