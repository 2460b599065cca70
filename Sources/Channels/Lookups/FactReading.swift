import Chat
import Foundation
import Model

extension LookupFact {
    /// The fact that a JSON value stands for; nil where it does not have the declared type.
    ///
    /// - Parameters:
    ///   - zone: where days are told from moments.
    ///   - language: of texts that are declared by language.
    func value(of json: JSONValue, zone: TimeZone, language: String) -> FactValue? {
        switch (kind, json) {
        case (.text(let words), .text(let text)): Self.text(text, words, language).map(FactValue.text)
        case (.text(let words), .whole), (.text(let words), .number):
            json.whole.flatMap { Self.text(String($0), words, language) }.map(FactValue.text)
        case (.day, .text(let text)): Self.day(text, zone).map(FactValue.day)
        case (.day, .whole), (.day, .number):
            json.double.flatMap { Self.day(secondsSince1970: $0, zone) }.map(FactValue.day)
        case (.money(let currency), _): Self.money(json, currency).map(FactValue.money)
        case (.number, .whole), (.number, .number): json.whole.map(FactValue.number)
        case (.flag, .flag(let flag)): .flag(flag)
        default: nil
        }
    }

    private static func text(_ text: String, _ words: [String: [String: String]], _ language: String) -> String? {
        guard !words.isEmpty else {
            let isUsable = !text.isEmpty && text.utf8.count <= 500
            return isUsable ? text : nil
        }
        return words[text]?[language]
    }

    private static func day(_ text: String, _ zone: TimeZone) -> CalendarDay? {
        if let day = CalendarDay(text) { return day }
        let forms = [
            Date.ISO8601FormatStyle(includingFractionalSeconds: false),
            Date.ISO8601FormatStyle(includingFractionalSeconds: true),
        ]
        return forms.lazy.compactMap { try? $0.parse(text) }.first.map { CalendarDay($0, in: zone) }
    }

    /// Only moments of this century and the next: a number of milliseconds is no day.
    private static func day(secondsSince1970 seconds: Double, _ zone: TimeZone) -> CalendarDay? {
        guard (946_684_800...7_258_118_400).contains(seconds) else { return nil }
        return CalendarDay(Date(timeIntervalSince1970: seconds), in: zone)
    }

    private static func money(_ json: JSONValue, _ currency: String) -> Money? {
        if let members = json.members { return money(members, currency) }
        return json.double.flatMap { money($0, currency) }
    }

    private static func money(_ members: [String: JSONValue], _ currency: String) -> Money? {
        var named = currency
        if let text = members["currency"]?.text { named = text.uppercased() }
        guard named.count == 3, named.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
        return members["amount"]?.double.flatMap { money($0, named) }
    }

    private static func money(_ amount: Double, _ currency: String) -> Money? {
        guard amount.isFinite, abs(amount) < 1e9 else { return nil }
        let units = Double(Money.minorUnitsPerUnit(of: currency))
        return Money(minorUnits: Int((amount * units).rounded()), currency: currency)
    }
}
