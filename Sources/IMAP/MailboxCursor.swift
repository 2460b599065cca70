/// How far a mailbox has been taken. Kept with the inbox, and never moved back.
///
///     1700000000:4711:4700:first
///
/// Everything with a UID up to `lastUID` is durable, gone, or not wanted by the start rule. The last two fields are there
/// because a back-fill can be interrupted: what remains of it must still be known for old mail on the next connection.
package struct MailboxCursor: Hashable, Sendable {
    /// Why there was something to fetch before any mail came.
    package enum Backlog: String, Hashable, Sendable {
        /// The first connection: its mail is taken by the start rule.
        case first
        /// The UIDs lost their meaning: all is fetched again, and what is known is told by its content.
        case rescan
    }

    /// The generation of the UIDs.
    package let uidValidity: UIDValidity
    /// The highest UID below which nothing is left to do; 0 at the start.
    package internal(set) var lastUID: UInt32
    /// The highest UID there was when the backlog was started; 0 for none.
    package internal(set) var backlogEnd: UInt32
    /// What the backlog is.
    package let backlog: Backlog

    /// The form to keep: `validity:last:backlog end:kind`.
    package var text: String { "\(uidValidity.rawValue):\(lastUID):\(backlogEnd):\(backlog.rawValue)" }

    init(uidValidity: UIDValidity, lastUID: UInt32, backlogEnd: UInt32, backlog: Backlog) {
        self.uidValidity = uidValidity
        self.lastUID = lastUID
        self.backlogEnd = backlogEnd
        self.backlog = backlog
    }

    /// Reads the kept form; nil for anything else.
    package init?(_ text: String) {
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 4, let backlog = Backlog(rawValue: String(fields[3])) else { return nil }
        let numbers = fields.prefix(3).compactMap { UInt32($0) }
        guard numbers.count == 3 else { return nil }
        self.init(
            uidValidity: UIDValidity(numbers[0]),
            lastUID: numbers[1],
            backlogEnd: numbers[2],
            backlog: backlog
        )
    }
}
