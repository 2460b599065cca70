import Foundation
import Model
import TestSupport
import Testing

@Suite("Business hours, whatever the zone, the week and the season")
struct BusinessHoursPropertyTests {
    private static let begin = WorkingTimes.at("2026-01-01 00:00", .gmt)

    /// Some hundred instants of two years with a length of working time each.
    private func samples(_ seed: UInt64) -> [(start: Date, seconds: TimeInterval)] {
        var numbers = Seed(seed)
        return (0..<150).map { _ in
            let start = Self.begin.addingTimeInterval(Double(Int.random(in: 0..<63_072_000, using: &numbers)))
            return (start, Double(Int.random(in: 0...400_000, using: &numbers)))
        }
    }

    @Test("adding and then measuring gives back what was added", arguments: WorkingTimes.all.indices)
    func roundTrip(_ number: Int) {
        let hours = WorkingTimes.all[number]
        for (start, seconds) in samples(UInt64(number)) {
            let end = hours.date(adding: seconds, to: start)
            #expect(end >= start)
            #expect(abs(hours.seconds(from: start, to: end) - seconds) < 0.001, "\(start) \(seconds)")
        }
    }

    @Test("taking away what was added leads back, by working time", arguments: WorkingTimes.all.indices)
    func backwards(_ number: Int) {
        let hours = WorkingTimes.all[number]
        for (start, seconds) in samples(50 + UInt64(number)) {
            let end = hours.date(adding: seconds + 1, to: start)
            let back = hours.date(subtracting: seconds, from: end)
            #expect(back <= end)
            #expect(abs(hours.seconds(from: back, to: end) - seconds) < 0.001)
            #expect(abs(hours.seconds(from: start, to: back) - 1) < 0.001)
        }
    }

    @Test("who begins later, or takes longer, is never done earlier", arguments: WorkingTimes.all.indices)
    func monotone(_ number: Int) {
        let hours = WorkingTimes.all[number]
        for (start, seconds) in samples(100 + UInt64(number)) {
            let end = hours.date(adding: seconds, to: start)
            #expect(hours.date(adding: seconds, to: start.addingTimeInterval(1_800)) >= end)
            #expect(hours.date(adding: seconds + 60, to: start) > end)
        }
    }

    @Test("adding twice is adding the sum", arguments: WorkingTimes.all.indices)
    func sums(_ number: Int) {
        let hours = WorkingTimes.all[number]
        for (start, seconds) in samples(200 + UInt64(number)) {
            let half = (seconds / 2).rounded()
            let twice = hours.date(adding: seconds - half, to: hours.date(adding: half, to: start))
            #expect(abs(twice.timeIntervalSince(hours.date(adding: seconds, to: start))) < 0.001)
        }
    }

    @Test(
        "no time that was found lies on a holiday, a free day or outside the hours",
        arguments: WorkingTimes.all.indices
    )
    func working(_ number: Int) {
        let hours = WorkingTimes.all[number]
        for (start, seconds) in samples(300 + UInt64(number)) {
            let end = hours.date(adding: seconds + 1, to: start)
            // The moment before it is worked in, also where it is the end of a day.
            let before = end.addingTimeInterval(-0.5)
            #expect(hours.isOpen(at: before))
            #expect(!hours.holidays.contains(CalendarDay(before, in: hours.zone)))
            #expect(hours.lastMoment(upTo: end) == end)
        }
    }

    @Test("a day that is promised is due on it or before it, and in working time", arguments: WorkingTimes.all.indices)
    func due(_ number: Int) throws {
        let hours = WorkingTimes.all[number]
        for (start, seconds) in samples(400 + UInt64(number)) {
            let day = CalendarDay(start.addingTimeInterval(seconds * 4), in: hours.zone).adding(days: 8)
            let due = try #require(hours.due(by: day, customer: hours.zone, after: start))
            #expect(due > start)
            #expect(CalendarDay(due, in: hours.zone) <= day)
            #expect(hours.isOpen(at: due.addingTimeInterval(-0.5)))
        }
    }
}
