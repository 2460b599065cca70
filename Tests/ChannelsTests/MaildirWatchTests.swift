import Foundation
import Testing

@testable import Channels

@Suite("When a Maildir is listed")
struct MaildirWatchTests {
    private let start = Date(timeIntervalSince1970: 1_000_000)

    @Test("the first time, after a change, and while a change is so fresh that another may hide behind it")
    func lists() {
        var watch = MaildirWatch()
        let folders = [start, start.addingTimeInterval(-50)]
        #expect(watch.mustList(modified: folders, at: start.addingTimeInterval(1)))
        #expect(watch.mustList(modified: folders, at: start.addingTimeInterval(1.5)))
        #expect(watch.mustList(modified: folders, at: start.addingTimeInterval(2.5)))
        #expect(!watch.mustList(modified: folders, at: start.addingTimeInterval(3)))
        #expect(!watch.mustList(modified: folders, at: start.addingTimeInterval(9_000)))
        let changed = [start, start.addingTimeInterval(9_000)]
        #expect(watch.mustList(modified: changed, at: start.addingTimeInterval(9_010)))
        #expect(!watch.mustList(modified: changed, at: start.addingTimeInterval(9_011)))
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
        #expect(!watch.mustList(modified: [start], at: start.addingTimeInterval(61)))
        var pauses: [Duration] = []
        for _ in 0..<8 {
            watch.forget()
            pauses.append(watch.pause)
        }
        #expect(pauses == [2, 4, 8, 16, 32, 60, 60, 60].map { .seconds($0) })
        #expect(watch.mustList(modified: [start], at: start.addingTimeInterval(600)))
        #expect(watch.pause == .milliseconds(500))
    }
}
