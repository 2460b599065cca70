import Foundation
import Model
import Testing

@Suite("Lengths of working time in words")
struct WorkingTermTests {
    @Test(
        "are read",
        arguments: [
            ("30 working minutes", WorkingTerm.time(1_800)), ("4 working hours", .time(14_400)),
            ("1 working day", .days(1)), ("3 Working Days", .days(3)), ("2 days", .days(2)),
        ]
    )
    func read(_ text: String, _ term: WorkingTerm) {
        #expect(WorkingTerm(text) == term)
    }

    @Test(
        "and anything else is not",
        arguments: ["", "soon", "one day", "0 days", "-1 day", "1 week", "1.5 days", "9999 days", "2"]
    )
    func refused(_ text: String) {
        #expect(WorkingTerm(text) == nil)
    }

    @Test("end in the hours of the inbox")
    func ends() {
        let start = WorkingTimes.at("2026-11-27 16:00", WorkingTimes.berlin)
        let shop = WorkingTimes.shop
        #expect(WorkingTimes.shown(WorkingTerm.days(2).end(from: start, shop), shop.zone) == "2026-11-30 16:00")
        #expect(WorkingTimes.shown(WorkingTerm.time(3_600).end(from: start, shop), shop.zone) == "2026-11-27 17:00")
        #expect(WorkingTerm.days(3).seconds(in: .usual(in: .gmt)) == 3 * 8 * 3_600)
    }
}
