import Foundation
import Model
import Testing

@Suite("Time is counted in the business hours of an inbox")
struct BusinessHoursTests {
    private let berlin = WorkingTimes.berlin
    private let shop = WorkingTimes.shop

    static let additions: [(String, Double, String)] = [
        ("2026-11-23 09:00", 4, "2026-11-23 13:00"),
        ("2026-11-23 15:00", 4, "2026-11-24 11:00"),
        ("2026-11-23 09:00", 8, "2026-11-23 17:00"),
        ("2026-11-23 06:12", 1, "2026-11-23 10:00"),
        ("2026-11-23 20:00", 1, "2026-11-24 10:00"),
        // Friday evening, over a Saturday of four hours.
        ("2026-11-27 16:00", 6, "2026-11-30 10:00"),
        ("2026-11-28 23:59", 0, "2026-11-30 09:00"),
        // Christmas on Friday and Saturday.
        ("2026-12-24 16:00", 2, "2026-12-28 10:00"),
        // Easter, with the change to summer time on the Sunday before.
        ("2026-04-02 16:30", 1, "2026-04-04 10:30"),
        ("2026-03-27 16:00", 6, "2026-03-30 10:00"),
        ("2026-10-24 13:00", 2, "2026-10-26 10:00"),
    ]

    @Test("adding working time leaves out nights, free days and holidays", arguments: additions)
    func adding(_ start: String, _ hours: Double, _ end: String) {
        let found = shop.date(adding: hours * 3_600, to: WorkingTimes.at(start, berlin))
        #expect(WorkingTimes.shown(found, berlin) == end)
    }

    @Test("a shift at night has an hour less in spring and an hour more in autumn")
    func changeOfClocks() {
        let nights = WorkingTimes.nights
        func hours(_ day: String) -> Double {
            nights.working(on: WorkingTimes.day(day)).reduce(0) { $0 + $1.upperBound.timeIntervalSince($1.lowerBound) }
                / 3_600
        }
        #expect(hours("2026-03-28") == 8)
        #expect(hours("2026-03-29") == 7)
        #expect(hours("2026-10-25") == 9)
    }

    @Test("a clock time that is skipped begins when clocks go forward, one that comes twice at its first time")
    func skippedAndRepeated() {
        let skipped = WorkingTimes.day("2026-03-29").instant(minute: 150, in: berlin)
        #expect(skipped == Date(timeIntervalSince1970: 1_774_746_000))
        let first = WorkingTimes.day("2026-10-25").instant(minute: 150, in: berlin)
        #expect(first == Date(timeIntervalSince1970: 1_792_888_200))
        // Samoa had no 30 December 2011.
        let missing = WorkingTimes.day("2011-12-30").instant(minute: 720, in: WorkingTimes.zone("Pacific/Apia"))
        #expect(missing == WorkingTimes.day("2011-12-31").instant(in: WorkingTimes.zone("Pacific/Apia")))
    }

    @Test("a span that the change of clocks skips whole is no working time")
    func skippedSpan() {
        let hours = BusinessHours(zone: berlin, week: [7: [BusinessHours.Span(start: 120, end: 180)]])
        #expect(hours.working(on: WorkingTimes.day("2026-03-29")).isEmpty)
        let opening = hours.opening(from: WorkingTimes.at("2026-03-23 12:00", berlin))
        #expect(WorkingTimes.shown(opening, berlin) == "2026-04-05 02:00")
    }

    @Test("around the clock, time is what it is, whatever clocks do")
    func always() {
        let hours = BusinessHours.always(in: berlin)
        let start = WorkingTimes.at("2026-03-28 22:00", berlin)
        #expect(hours.date(adding: 100 * 3_600, to: start) == start.addingTimeInterval(100 * 3_600))
        #expect(hours.seconds(from: start, to: start.addingTimeInterval(1e6)) == 1e6)
    }

    @Test("an inbox where nobody ever works does not keep the program counting for ever")
    func never() {
        let hours = BusinessHours(zone: berlin, week: [1: [], 2: [BusinessHours.Span(start: 600, end: 600)]])
        let start = WorkingTimes.at("2026-11-23 09:00", berlin)
        #expect(hours.isNever)
        #expect(hours.date(adding: 3_600, to: start) == start.addingTimeInterval(3_600))
        #expect(hours.lastMoment(upTo: start) == start)
        #expect(hours.seconds(from: start, to: start.addingTimeInterval(60)) == 60)
        #expect(hours.day(adding: 2, to: start) == WorkingTimes.day("2026-11-25"))
    }

    static let workingDays: [(String, Int, String)] = [
        ("2026-11-23 12:00", 1, "2026-11-24 12:00"),
        ("2026-11-27 12:00", 1, "2026-11-28 12:00"),
        ("2026-11-27 16:00", 1, "2026-11-30 09:00"),
        ("2026-12-24 12:00", 2, "2026-12-29 12:00"),
        ("2026-11-29 12:00", 1, "2026-11-30 12:00"),
        ("2026-11-23 12:00", 0, "2026-11-23 12:00"),
    ]

    @Test("so many working days later is the same time of day, or the next opening", arguments: workingDays)
    func addingDays(_ start: String, _ days: Int, _ end: String) {
        let found = shop.date(addingDays: days, to: WorkingTimes.at(start, berlin))
        #expect(WorkingTimes.shown(found, berlin) == end)
    }
}
