import Foundation
import Model
import Testing

@Suite("What a promise by a day means")
struct PromisedDayTests {
    private let berlin = WorkingTimes.berlin
    private let shop = WorkingTimes.shop

    private func due(_ day: String, customer: TimeZone? = nil, after start: String) -> String? {
        shop.due(
            by: WorkingTimes.day(day),
            customer: customer ?? berlin,
            after: WorkingTimes.at(start, berlin)
        ).map { WorkingTimes.shown($0, berlin) }
    }

    static let days: [(String, String, String?)] = [
        ("2026-11-24", "2026-11-23 10:00", "2026-11-24 17:00"),
        ("2026-11-28", "2026-11-23 10:00", "2026-11-28 14:00"),
        // Sundays and holidays: what was promised for them is there when the last day of work before ends.
        ("2026-11-29", "2026-11-23 10:00", "2026-11-28 14:00"),
        ("2026-12-26", "2026-12-21 10:00", "2026-12-24 17:00"),
        // Said when no working time is left before it.
        ("2026-11-29", "2026-11-28 15:00", "2026-11-29 23:59"),
        ("2026-11-23", "2026-11-23 18:00", "2026-11-23 23:59"),
        ("2026-11-22", "2026-11-23 10:00", nil),
    ]

    @Test("it ends with the business hours of that day, or of the working day before", arguments: days)
    func ends(_ day: String, _ start: String, _ end: String?) {
        #expect(due(day, after: start) == end)
    }

    @Test("and it is over when it is over where the customer is")
    func customer() {
        let auckland = WorkingTimes.zone("Pacific/Auckland")
        // Their Tuesday ends at noon in Berlin, before the shop closes; their Wednesday too.
        #expect(due("2026-11-24", customer: auckland, after: "2026-11-23 10:00") == "2026-11-24 11:59")
        let honolulu = WorkingTimes.zone("Pacific/Honolulu")
        #expect(due("2026-11-24", customer: honolulu, after: "2026-11-23 10:00") == "2026-11-24 17:00")
    }

    @Test("a customer's clock is known by their mail, unless it is ours or says nothing")
    func clock() {
        let summer = WorkingTimes.at("2026-07-01 12:00", berlin)
        #expect(CustomerClock.zone(offset: 7_200, at: summer, inbox: berlin) == berlin)
        #expect(CustomerClock.zone(offset: nil, at: summer, inbox: berlin) == berlin)
        #expect(CustomerClock.zone(offset: -18_000, at: summer, inbox: berlin).secondsFromGMT() == -18_000)
        #expect(CustomerClock.zone(of: nil, inbox: berlin) == berlin)
    }
}
