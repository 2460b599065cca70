import Foundation
import Model
import Testing

@Suite("What is promised follows from how long it really took")
struct SuggestedTermTests {
    private let hours = WorkingTimes.shop
    private static let monday = WorkingTimes.at("2026-11-23 09:00", WorkingTimes.berlin)

    /// Promises that took so many working hours each, all made on that Monday.
    private func took(_ lengths: [Double]) -> [DateInterval] {
        lengths.map { DateInterval(start: Self.monday, end: hours.date(adding: $0 * 3_600, to: Self.monday)) }
    }

    private func term(_ lengths: [Double]) -> SuggestedTerm {
        SuggestedTerm(durations: took(lengths), hours: hours, usual: .days(2))
    }

    private var day: TimeInterval { hours.dayLength }

    @Test("with fewer than nine it is the configured time, or the longest that was seen")
    func few() {
        #expect(term([]).seconds == 2 * day)
        #expect(term([]).samples == 0)
        #expect(term(Array(repeating: 1, count: 8)).seconds == 2 * day)
        #expect(term([1, 40, 1]).seconds == 5 * day)
    }

    @Test("with nine it is the longest of them, rounded up to half a day")
    func nine() {
        let found = term([1, 1, 1, 1, 2, 2, 2, 2, 10])
        #expect(found.samples == 9)
        #expect(found.seconds == 1.5 * day)
    }

    @Test("one that took weeks moves it little once there are many")
    func outlier() {
        let many = Array(repeating: 3.0, count: 40) + [200]
        #expect(term(many.shuffled()).seconds <= day)
    }

    @Test("when things become slower, the newest count at once")
    func slower() {
        #expect(term(Array(repeating: 20, count: 12) + Array(repeating: 1, count: 200)).seconds >= 2 * day)
    }

    @Test("it is half days up to two days, and whole ones above")
    func rounded() {
        #expect(term(Array(repeating: 0.1, count: 20)).seconds == day / 2)
        #expect(term(Array(repeating: 5, count: 20)).seconds == day)
        #expect(term(Array(repeating: 20, count: 20)).seconds == 4 * day)
    }

    @Test("the day that is named is the one on which it is due by the hours of the inbox")
    func named() {
        let found = SuggestedTerm(durations: [], hours: hours, usual: .days(2))
        let friday = WorkingTimes.at("2026-11-27 15:00", WorkingTimes.berlin)
        #expect(found.day(from: friday, hours) == WorkingTimes.day("2026-12-01"))
    }
}
