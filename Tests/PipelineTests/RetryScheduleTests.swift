import Foundation
import Pipeline
import Testing

@Suite("When a mail is tried again")
struct RetryScheduleTests {
    private let schedule = RetrySchedule(waits: [30, 60, 300], giveUpAfter: 1_000)
    private let created = Date(timeIntervalSince1970: 0)

    @Test(
        "after the first, second, … try, and then at the last pace",
        arguments: [(0, 30.0), (1, 30), (2, 60), (3, 300), (4, 300), (1_000, 300)]
    )
    func waits(attempts: Int, wait: Double) {
        let now = Date(timeIntervalSince1970: 999)
        let next = schedule.next(attempts: attempts, createdAt: created, now: now, jitter: 1)
        #expect(next == now.addingTimeInterval(wait))
    }

    @Test(
        "spread over the last fifth of the wait",
        arguments: [(-1.0, 240.0), (0, 240), (0.5, 270), (1, 300), (7, 300)]
    )
    func jitter(jitter: Double, wait: Double) {
        let next = schedule.next(attempts: 3, createdAt: created, now: created, jitter: jitter)
        #expect(next == created.addingTimeInterval(wait))
    }

    @Test("never once the time is over, nor without a schedule")
    func givingUp() {
        let late = Date(timeIntervalSince1970: 1_000)
        #expect(schedule.next(attempts: 1, createdAt: created, now: late, jitter: 0) == nil)
        #expect(RetrySchedule(waits: []).next(attempts: 1, createdAt: created, now: created, jitter: 0) == nil)
    }

    @Test("a reply in a chat is tried again within seconds at first, and then like mail")
    func chat() {
        let (chat, mail) = (RetrySchedule.chat, RetrySchedule())
        #expect(chat.waits == [2, 5, 15] + mail.waits)
        #expect(chat.giveUpAfter == mail.giveUpAfter)
        let waited = chat.waits.prefix(chat.patience - 1).reduce(0, +)
        #expect(waited >= mail.waits.prefix(mail.patience - 1).reduce(0, +))
    }

    @Test("by default half an hour apart or more in the long run, for four days (RFC 5321 section 4.5.4.1)")
    func defaults() throws {
        let schedule = RetrySchedule()
        #expect(schedule.giveUpAfter >= 4 * 86_400)
        #expect(try #require(schedule.waits.last) * 0.8 >= 1_800)
    }
}
