import Foundation
import Testing

@testable import IMAP

@Suite("Dates")
struct DateTests {
    @Test(
        "INTERNALDATE is an instant",
        arguments: [
            (" 1-Jan-1970 00:00:00 +0000", 0), ("1-jan-1970 01:30:00 +0130", 0),
            ("17-Jul-1996 02:44:25 -0700", 837_596_665),
            ("29-Feb-2024 23:59:59 +0000", 1_709_251_199), ("31-Dec-1969 23:59:59 +0000", -1),
            ("01-Mar-2000 00:00:00 +0000", 951_868_800), ("1-Jan-2038 00:00 +0000", 2_145_916_800),
        ]
    )
    func parsing(text: String, seconds: Double) {
        #expect(InternalDate.parse(Array(text.utf8)) == Date(timeIntervalSince1970: seconds))
    }

    @Test(
        "what is no date gives none",
        arguments: [
            "", "x", "30-Feb-2024 00:00:00 +0000", "1-Foo-2024 00:00:00 +0000", "1-Jan-2024", "1-Jan-2024 25:00:00",
        ]
    )
    func garbage(text: String) { #expect(InternalDate.parse(Array(text.utf8)) == nil) }

    @Test("an instant is written in universal time, the day padded with a space")
    func formatting() {
        #expect(InternalDate.format(Date(timeIntervalSince1970: 837_596_665.9)) == "17-Jul-1996 09:44:25 +0000")
        #expect(InternalDate.format(Date(timeIntervalSince1970: -1)) == "31-Dec-1969 23:59:59 +0000")
        #expect(InternalDate.format(Date(timeIntervalSince1970: 0)) == " 1-Jan-1970 00:00:00 +0000")
        #expect(InternalDate.format(.distantFuture.addingTimeInterval(1e15)) == nil)
    }
}
