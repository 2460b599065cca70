import Foundation
import IMAP
import Model

extension Model.StartRule {
    /// The rule as the sync wants it. A rescan under `from: now` looks back to the first connect only.
    func imap(hasCursor: Bool, firstConnected: Date) -> IMAP.StartRule {
        guard let border = border(firstConnected: firstConnected) else { return .all }
        return self == .now && !hasCursor ? .now : .since(.searched(for: border))
    }

    /// From when on the mail of a backlog is taken; nil for all.
    ///
    /// Servers tell the date of a message in whole seconds.
    func border(firstConnected: Date) -> Date? {
        switch self {
        case .all: nil
        case .now: Date(timeIntervalSince1970: firstConnected.timeIntervalSince1970.rounded(.down))
        case .since(let date): date
        }
    }

    /// Whether a message of a backlog is taken; one without a date always is.
    func wants(_ internalDate: Date?, firstConnected: Date) -> Bool {
        guard let internalDate, let border = border(firstConnected: firstConnected) else { return true }
        return internalDate >= border
    }
}

extension CalendarDay {
    /// The day to search from for mail since a moment: the day before in UTC, since a server compares the days of its
    /// own time zone (RFC 9051 section 6.4.4), and west of Greenwich the moment may still fall on that.
    static func searched(for border: Date) -> CalendarDay {
        CalendarDay(number: Int((border.timeIntervalSince1970 / 86_400).rounded(.down)) - 1)
    }
}

extension Cursor {
    /// The cursor in the words of the sync; nil for one of a source that is not IMAP.
    var imap: MailboxCursor? {
        MailboxCursor("\(validity):\(uid):\(backlogEnd):\(isRescan ? "rescan" : "first")")
    }
}
