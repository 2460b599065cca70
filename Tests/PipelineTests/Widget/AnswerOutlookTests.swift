import Foundation
import Model
import Pipeline
import Testing

@Suite("When a visitor may expect a person")
struct AnswerOutlookTests {
    private func instant(_ day: Int, _ hour: Int) throws -> Date {
        try #require(CalendarDay(year: 2026, month: 11, day: day)).instant(minute: hour * 60, in: .gmt)
    }

    @Test(
        "by the hours of the inbox",
        arguments: [(23, 10, 23, 17, true), (23, 18, 24, 9, false), (21, 12, 23, 9, false)]
    )
    func presence(day: Int, hour: Int, thenDay: Int, thenHour: Int, isHere: Bool) throws {
        let outlook = AnswerOutlook(.usual(in: .gmt), likelyDay: nil, at: try instant(day, hour))
        let then = try instant(thenDay, thenHour)
        #expect(outlook.presence == (isHere ? .here(until: then) : .away(until: then)))
    }

    @Test("around the clock, and where no hours are stated")
    func always() throws {
        let never = BusinessHours(zone: .gmt, week: [:])
        for hours in [BusinessHours.always(in: .gmt), never] {
            #expect(AnswerOutlook(hours, likelyDay: nil, at: try instant(22, 3)).presence == .always)
        }
    }
}
