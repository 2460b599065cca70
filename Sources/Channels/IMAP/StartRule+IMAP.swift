import Foundation
import IMAP
import Model

extension Model.StartRule {
    /// The rule as the sync wants it. A rescan under `from: now` looks back to the first connect only.
    func imap(hasCursor: Bool, firstConnected: Date) -> IMAP.StartRule {
        switch self {
        case .all: .all
        case .now: hasCursor ? .since(.day(of: firstConnected)) : .now
        case .since(let date): .since(.day(of: date))
        }
    }
}

extension CalendarDay {
    /// The day of a moment in UTC.
    static func day(of date: Date) -> CalendarDay {
        CalendarDay(daysSince1970: Int((date.timeIntervalSince1970 / 86_400).rounded(.down)))
    }
}

extension Cursor {
    /// The cursor in the words of the sync; nil for one of a source that is not IMAP.
    var imap: MailboxCursor? {
        MailboxCursor("\(validity):\(uid):\(backlogEnd):\(isRescan ? "rescan" : "first")")
    }
}
