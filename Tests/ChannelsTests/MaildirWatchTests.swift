import Foundation
import Testing

@testable import Channels

@Suite("When a Maildir is listed")
struct MaildirWatchTests {
    private let start = Date(timeIntervalSince1970: 1_000_000)

    @Test("the first time, after a change, and while a change is so fresh that another may hide behind it")
    func lists() {
        let later = [start, start.addingTimeInterval(9_000)]
        let looks: [(folders: [Date], seconds: TimeInterval, lists: Bool)] = [
            ([start, start], 1, true), ([start, start], 1.5, true), ([start, start], 2.5, true),
            ([start, start], 3, false), ([start, start], 9_000, false), (later, 9_010, true), (later, 9_011, false),
        ]
        var watch = MaildirWatch()
        for look in looks {
            let lists = watch.mustList(modified: look.folders, at: start.addingTimeInterval(look.seconds))
            #expect(lists == look.lists, "\(look)")
        }
    }

    @Test("what was taken is passed over, until it is forgotten")
    func taken() {
        var watch = MaildirWatch()
        #expect(!watch.hasTaken("1.one"))
        watch.taken = ["1.one"]
        #expect(watch.hasTaken("1.one"))
        watch.forget()
        #expect(!watch.hasTaken("1.one"))
    }

    @Test("after failures it waits longer each time, up to a minute, and lists at once when it can again")
    func failures() {
        var watch = MaildirWatch()
        _ = watch.mustList(modified: [start], at: start.addingTimeInterval(60))
        var pauses: [Duration] = []
        for _ in 0..<8 {
            watch.forget()
            pauses.append(watch.pause)
        }
        #expect(pauses == [2, 4, 8, 16, 32, 60, 60, 60].map { .seconds($0) })
        let lists = watch.mustList(modified: [start], at: start.addingTimeInterval(600))
        #expect(lists)
        #expect(watch.pause == .milliseconds(500))
    }
}
