/// What a command that succeeded brought.
package enum CommandOutcome: Hashable, Sendable {
    /// Nothing but the server's words.
    case done(StatusText)
    /// CAPABILITY.
    case capabilities(Capabilities)
    /// ENABLE: what the server switched on.
    case enabled(Capabilities)
    /// LIST.
    case mailboxes([Mailbox])
    /// SELECT and EXAMINE.
    case selected(SelectedMailbox)
    /// UID SEARCH.
    case found(UIDSet)
    /// APPEND: where the message went, if the server says (UIDPLUS).
    case appended(UIDValidity, UIDSet)
    /// UID COPY and UID MOVE: which UIDs the copies got, if the server says (UIDPLUS).
    case copied(UIDValidity, source: UIDSet, destination: UIDSet)
}
