import Foundation
import Model
import Testing

@testable import Reading

struct FactFinderTests {
    private func values(_ text: String, _ language: String, _ kind: Fact.Kind, fullText: String? = nil) -> [String] {
        FactFinder.facts(
            in: text,
            language: language,
            date: AnnotatedMessage.date,
            timeZone: AnnotatedMessage.zone,
            fullText: fullText
        ).filter { $0.kind == kind }.map(\.value)
    }

    @Test(
        "amounts have one form",
        arguments: [
            ("€12,50", "12.50 EUR"), ("12.50 EUR", "12.50 EUR"), ("$1,299.00", "1299.00 USD"),
            ("1.299,00 €", "1299.00 EUR"),
            ("CHF 12.-", "12.00 CHF"), ("12 euros", "12.00 EUR"), ("£5", "5.00 GBP"), ("20 quid", "20.00 GBP"),
            ("1 299,00 €", "1299.00 EUR"), ("12€50", "12.50 EUR"), ("1’299.90 CHF", "1299.90 CHF"),
            ("200,- Euro", "200.00 EUR"),
            ("12,5 €", "12.50 EUR"), ("1.234.567 EUR", "1234567.00 EUR"), ("twenty pounds", "20.00 GBP"),
            ("0,99 €", "0.99 EUR"),
        ]
    )
    func amounts(text: String, expected: String) {
        #expect(values("I paid \(text) for it", "en", .amount) == [expected])
    }

    @Test(
        "dates are resolved against Wednesday, 11 March 2026",
        arguments: [
            ("en", "2026-03-04", "2026-03-04"), ("de", "4.3.2026", "2026-03-04"), ("de", "am 4.3. dann", "2026-03-04"),
            ("fr", "le 3/4/2026", "2026-04-03"), ("en", "25/2/2026", "2026-02-25"), ("en", "2/25/2026", "2026-02-25"),
            ("en", "3/4/2026", "2026-03-04"), ("en", "4 March", "2026-03-04"), ("en", "on Dec 29th", "2025-12-29"),
            ("de", "4. März", "2026-03-04"), ("fr", "le 1er mars", "2026-03-01"), ("es", "el 4 de marzo", "2026-03-04"),
            ("en", "last Monday", "2026-03-09"), ("en", "next Friday", "2026-03-13"),
            ("de", "übermorgen", "2026-03-13"),
            ("de", "vor drei Tagen", "2026-03-08"), ("fr", "il y a 3 jours", "2026-03-08"),
            ("fr", "avant-hier", "2026-03-09"),
            ("es", "hace dos semanas", "2026-02-25"), ("en", "in two weeks", "2026-03-25"),
            ("es", "anteayer", "2026-03-09"),
            ("fr", "aujourd'hui", "2026-03-11"), ("es", "pasado mañana", "2026-03-13"),
            ("en", "2 months ago", "2026-01-11"),
            ("de", "in einer Woche", "2026-03-18"), ("fr", "vendredi prochain", "2026-03-13"),
            ("en", "yesterday", "2026-03-10"),
            ("en", "It came on Monday", "2026-03-09"), ("en", "Will you come on Monday", "2026-03-16"),
            ("en", "the day before yesterday", "2026-03-09"), ("en", "before 24 December", "2026-12-24"),
            ("es", "el lunes pasado", "2026-03-09"), ("fr", "dans deux semaines", "2026-03-25"),
        ]
    )
    func dates(language: String, text: String, expected: String) {
        #expect(values(text, language, .date) == [expected])
    }

    @Test(
        "what only looks like a fact is none",
        arguments: [
            ("de", "Guten Morgen, am Morgen war niemand da"), ("es", "por la mañana y buenas tardes"),
            ("en", "I may 5 times march"), ("en", "31.2.2026 and 13/13/2026"), ("en", "open 24/7, version 4.3"),
            ("en", "for two weeks and since three days"), ("de", "seit zwei Wochen"), ("es", "desde hace dos semanas"),
            ("en", "invoice 4711001 and parcel number 990012345"), ("de", "Kundennummer 4711001, PLZ 10115"),
            ("en", "I paid in 2024 for 12 lamps"), ("es", "los lunes y hoy en día"),
            ("en", "a @ b, @home, see e.g. this"),
            ("de", "in 20 Minuten um 14:30 Uhr"), ("en", "Thanks in advance"), ("fr", "Merci de vérifier"),
        ]
    )
    func traps(language: String, text: String) {
        let found = FactFinder.facts(
            in: text,
            language: language,
            date: AnnotatedMessage.date,
            timeZone: AnnotatedMessage.zone
        )
        #expect(found.isEmpty, "\(found)")
    }

    @Test(
        "no two facts share words, and all stand in order",
        arguments: [
            ("en", "app-9@customer.exampa@b.test", ["app-9@customer.exampa"]), ("en", "a@b.cc@d.test", ["a@b.cc"]),
            ("en", "a@b.cc@d.test, c@d.test", ["a@b.cc", "c@d.test"]),
            ("de", "an jürgen.groß@web.de oder ×a@web.de", ["jürgen.groß@web.de", "a@web.de"]),
            ("zh", "请联系anna@b.test谢谢", ["anna@b.test"]),
            ("en", "my name is 安Anna@b.test", ["anna@b.test"]),
            ("es", "soy Soy Ana\nGracias", ["Soy Ana"]),
            ("es", "soy Domingo Larrea y soy Ana", ["Domingo Larrea", "Ana"]),
            ("es", "soy AB-12345678", ["AB-12345678"]),
            ("de", "Am Markt 5, 12345 In zwei Wochen", ["Am Markt 5, 12345 In"]),
        ]
    )
    func apart(language: String, text: String, expected: [String]) {
        let found = FactFinder.facts(in: text, language: language, date: AnnotatedMessage.date, timeZone: .gmt)
        #expect(found.map(\.value) == expected)
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
        let scalars = Array(text.unicodeScalars)
        for span in found.map(\.span) {
            #expect(String(String.UnicodeScalarView(scalars[span.start..<span.end])) == span.text)
        }
    }

    @Test("a signature that was stripped gives the name that the text has too")
    func signature() {
        let full = "Anna here again, where is it?\n-- \nBest regards\nAnna Miller"
        #expect(values("Anna here again, where is it?", "en", .name, fullText: full) == ["Anna Miller"])
        #expect(values("Where is it?", "en", .name, fullText: "Where is it?\nBest regards\nAnna Miller") == [])
    }

    @Test("a shop's own pattern is followed")
    func pattern() throws {
        let found = FactFinder.facts(
            in: "It is about ZX/12/9.",
            language: "en",
            date: AnnotatedMessage.date,
            timeZone: .gmt,
            orderIDs: [try OrderIDPattern("ZX/##/#")]
        )
        #expect(found.map(\.value) == ["ZX/12/9"])
    }

    @Test("days are those of the calendar", arguments: [-719_162, -1, 0, 59, 11_016, 20_523, 2_932_896])
    func calendar(number: Int) {
        let day = CalendarDay(number: number)
        #expect(day.number == number)
        #expect(CalendarDay(year: day.year, month: day.month, day: day.day) == day)
    }

    @Test("weekdays and ends of months")
    func months() throws {
        #expect(CalendarDay(AnnotatedMessage.date, in: AnnotatedMessage.zone).weekday == 3)
        let last = try #require(CalendarDay(year: 2024, month: 1, day: 31))
        #expect(last.adding(months: 1).text == "2024-02-29")
        #expect(last.adding(months: -2).text == "2023-11-30")
        #expect(CalendarDay(year: 2025, month: 2, day: 29) == nil)
    }

    @Test("an instant is another day in another zone")
    func zones() throws {
        let late = Date(timeIntervalSince1970: 1_773_271_800)
        let tokyo = try #require(TimeZone(identifier: "Asia/Tokyo"))
        #expect(CalendarDay(late, in: .gmt).text == "2026-03-11")
        #expect(CalendarDay(late, in: tokyo).text == "2026-03-12")
    }

    @Test(
        "hostile text is read",
        arguments: ["en", "de", "fr", "es", "und"],
        [
            "@", "a@", "1-", "( ", "+1 ", "¿?", "please, ", "12 Main Street 5, ", "\u{301}", "\0", "www.", "… ",
            "thanks, ",
        ]
    )
    func hostile(language: String, unit: String) throws {
        let text = String(repeating: unit, count: 20_000)
        let (date, zone) = (Date(timeIntervalSince1970: -1e13), TimeZone.gmt)
        let facts = FactFinder.facts(in: text, language: language, date: date, timeZone: zone)
        let asks = try ShippedCues.finder.get()
            .asks(in: text, language: language, facts: facts, date: date, timeZone: zone)
        let length = text.unicodeScalars.count
        #expect((facts.map(\.span) + asks.map(\.span)).allSatisfy { $0.start < $0.end && $0.end <= length })
    }

    @Test("random text is read", arguments: 0..<60)
    func random(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let pieces = [
            "¿", "?", "\n", "12", ".", "€", "@", "-", " ", "March ", "am ", "letzten ", "il y a ", "please ", "order ",
            "#",
            "+", "(", ")", "é", "注", "ß", "Berlin ", "Straße ", "'", "vendredi ", "my name is ", "Thanks, ", "\u{301}",
            "a@b.cc", "soy ", "In zwei Wochen ", "10115 ",
        ]
        let text = (0..<400).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
        let scalars = Array(text.unicodeScalars)
        for language in ["en", "de", "fr", "es"] {
            let facts = FactFinder.facts(in: text, language: language, date: AnnotatedMessage.date, timeZone: .gmt)
            let asks = try ShippedCues.finder.get()
                .asks(in: text, language: language, facts: facts, date: AnnotatedMessage.date, timeZone: .gmt)
            #expect(zip(facts, facts.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
            for span in facts.map(\.span) + asks.map(\.span) {
                #expect(String(String.UnicodeScalarView(scalars[span.start..<span.end])) == span.text)
            }
        }
    }
}
