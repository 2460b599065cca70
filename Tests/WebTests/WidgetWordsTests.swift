import Foundation
import Model
import Pipeline
import Testing

@testable import Web

@Suite("When a person answers, in words")
struct WidgetWordsTests {
    /// Monday 23 November 2026, at that hour.
    private func outlook(_ hour: Int, likely: Int?, in language: String) throws -> String {
        let monday = try #require(CalendarDay(year: 2026, month: 11, day: 23))
        let outlook = AnswerOutlook(
            .usual(in: .gmt),
            likelyDay: likely.map { monday.adding(days: $0) },
            at: monday.instant(minute: hour * 60, in: .gmt),
            seenFrom: .gmt
        )
        return WidgetWords.of(language).outlook(outlook)
    }

    @Test(
        "in every language",
        arguments: [
            ("en", 10, 0, "We are here today until 17:00. An answer usually comes today."),
            ("en", 10, 1, "We are here today until 17:00. An answer usually comes by tomorrow."),
            (
                "en", 18, 3,
                "Nobody is here just now; we are back tomorrow at 09:00. An answer usually comes by Thursday."
            ),
            ("en", 8, 8, "Nobody is here just now; we are back today at 09:00. An answer usually comes by 1 December."),
            ("en", 10, nil, "We are here today until 17:00. A person answers as soon as they can."),
            ("en", 20, nil, "Nobody is here just now; we are back tomorrow at 09:00."),
            ("de", 10, 8, "Wir sind heute bis 17:00 Uhr da. Eine Antwort kommt meist bis zum 1. Dezember."),
            (
                "de", 18, 2,
                "Gerade ist niemand da; wir sind morgen ab 9:00 Uhr wieder hier. Eine Antwort kommt meist bis Mittwoch."
            ),
            (
                "fr", 10, 8,
                "Nous sommes là aujourd’hui jusqu’à 17\u{A0}h\u{A0}00. La réponse arrive en général d’ici au 1er décembre."
            ),
            (
                "es", 10, 3,
                "Estamos aquí hoy hasta las 17:00 h. La respuesta suele llegar antes de que termine el jueves."
            ),
        ] as [(String, Int, Int?, String)]
    )
    func words(language: String, hour: Int, likely: Int?, expected: String) throws {
        #expect(try outlook(hour, likely: likely, in: language) == expected)
    }

    @Test(
        "what was promised says more than experience",
        arguments: [
            ("en", 0, "We are here today until 17:00. What we promised you is due by 15:30 today."),
            ("en", 3, "We are here today until 17:00. What we promised you is due by 15:30 on Thursday."),
            (
                "de", 1,
                "Wir sind heute bis 17:00 Uhr da. Was wir Ihnen zugesagt haben, ist morgen bis 15:30 Uhr fällig."
            ),
            (
                "fr", 8,
                "Nous sommes là aujourd’hui jusqu’à 17\u{A0}h\u{A0}00. "
                    + "Ce que nous vous avons promis est prévu le 1er décembre avant 15\u{A0}h\u{A0}30."
            ),
            (
                "es", 3,
                "Estamos aquí hoy hasta las 17:00 h. "
                    + "Lo que le hemos prometido está previsto el jueves antes de las 15:30 h."
            ),
        ] as [(String, Int, String)]
    )
    func promised(language: String, days: Int, expected: String) throws {
        let monday = try #require(CalendarDay(year: 2026, month: 11, day: 23))
        let outlook = AnswerOutlook(
            .usual(in: .gmt),
            likelyDay: monday,
            promisedBy: monday.adding(days: days).instant(minute: 930, in: .gmt),
            at: monday.instant(minute: 600, in: .gmt),
            seenFrom: .gmt
        )
        #expect(WidgetWords.of(language).outlook(outlook) == expected)
    }

    @Test(
        "by another clock than ours, and where the visitor's is not known",
        arguments: [
            ("en", "Asia/Tokyo", "We are here until 02:00 (your time). An answer usually comes by tomorrow."),
            ("en", "America/New_York", "We are here today until 12:00 (your time). An answer usually comes today."),
            ("en", nil, "We are here today until 17:00 (London time). An answer usually comes today."),
            (
                "de", "Europe/Berlin",
                "Wir sind heute bis 18:00 Uhr (Ihre Zeit) da. Eine Antwort kommt meist noch heute."
            ),
            ("de", nil, "Wir sind heute bis 17:00 Uhr (Zeit in London) da. Eine Antwort kommt meist noch heute."),
            (
                "fr", nil,
                "Nous sommes là aujourd’hui jusqu’à 17\u{A0}h\u{A0}00 (heure de London). La réponse arrive en général aujourd’hui."
            ),
            ("es", nil, "Estamos aquí hoy hasta las 17:00 h (hora de London). La respuesta suele llegar hoy."),
            (
                "es", "America/Bogota",
                "Estamos aquí hoy hasta las 12:00 h (su hora). La respuesta suele llegar hoy."
            ),
        ] as [(String, String?, String)]
    )
    func zones(language: String, visitor: String?, expected: String) throws {
        let london = try #require(TimeZone(identifier: "Europe/London"))
        let monday = try #require(CalendarDay(year: 2026, month: 11, day: 23))
        let outlook = AnswerOutlook(
            .usual(in: london),
            likelyDay: monday,
            at: monday.instant(minute: 600, in: london),
            seenFrom: visitor.flatMap { TimeZone(identifier: $0) }
        )
        #expect(WidgetWords.of(language).outlook(outlook) == expected)
    }

    @Test(
        "a zone that is named after no town is an offset",
        arguments: [("UTC", "UTC"), ("Etc/GMT-2", "UTC+2:00"), ("America/Argentina/Buenos_Aires", "Buenos Aires time")]
    )
    func zoneNames(identifier: String, expected: String) throws {
        let zone = try #require(TimeZone(identifier: identifier))
        let monday = try #require(CalendarDay(year: 2026, month: 11, day: 23))
        let at = monday.instant(minute: 600, in: zone)
        let outlook = AnswerOutlook(.usual(in: zone), likelyDay: nil, at: at)
        #expect(WidgetWords.of("en").outlook(outlook).contains("17:00 (\(expected))"))
    }

    @Test("an IPv6 network counts as one peer, as an IPv4 address does")
    func peers() {
        #expect(PeerNetwork("2001:db8:1:2:3::4") == PeerNetwork("2001:db8:1:2:ffff::1"))
        #expect(PeerNetwork("2001:db8:1:2::1") != PeerNetwork("2001:db8:1:3::1"))
        #expect(PeerNetwork("::ffff:192.0.2.1") == PeerNetwork("192.0.2.1"))
        #expect(PeerNetwork("unknown").name == "unknown")
    }
}
