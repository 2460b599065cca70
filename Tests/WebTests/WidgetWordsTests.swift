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
            at: monday.instant(minute: hour * 60, in: .gmt)
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

    @Test("an IPv6 network counts as one peer, as an IPv4 address does")
    func peers() {
        #expect(PeerNetwork("2001:db8:1:2:3::4") == PeerNetwork("2001:db8:1:2:ffff::1"))
        #expect(PeerNetwork("2001:db8:1:2::1") != PeerNetwork("2001:db8:1:3::1"))
        #expect(PeerNetwork("::ffff:192.0.2.1") == PeerNetwork("192.0.2.1"))
        #expect(PeerNetwork("unknown").name == "unknown")
    }
}
