import Foundation
import Testing

@testable import Chat

@Suite("When a server wants to be asked again")
struct RetryAfterTests {
    /// 1,800,000,000 s after 1970 is Fri, 15 Jan 2027 08:00:00 GMT.
    @Test(
        "is read in seconds and as a date, and is never more than a day",
        arguments: [
            ("30", 30), (" 7 ", 7), ("1.5", 1.5), ("0", 0), ("-5", 0), ("999999999", 86_400),
            ("Fri, 15 Jan 2027 08:02:00 GMT", 120), ("Fri, 15 Jan 2027 07:00:00 GMT", 0),
            ("Mon, 01 Jan 2035 00:00:00 GMT", 86_400),
            ("Fri, 31 Feb 2027 08:00:00 GMT", nil), ("Fri, 15 Jan 2027 25:00:00 GMT", nil),
            ("Friday, 15-Jan-27 08:02:00 GMT", nil), ("soon", nil), ("", nil), ("inf", nil), ("nan", nil),
        ] as [(String, TimeInterval?)]
    )
    func read(value: String, seconds: TimeInterval?) {
        let answer = Replies.answer(429, "", retryAfter: value)
        #expect(answer.retryAfter(at: Replies.now) == seconds)
    }

    @Test("is not known where the server does not say")
    func absent() {
        #expect(Replies.answer(429, "").retryAfter(at: Replies.now) == nil)
    }
}
