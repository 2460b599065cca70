/// A command for a server. IDLE is missing: the session enters and leaves it by itself.
///
/// RFC 9051 section 6.
package enum Command: Hashable, Sendable {
    /// `CAPABILITY`
    case capability
    /// `NOOP`: brings out what the server has to tell.
    case noop
    /// `LOGOUT`
    case logout
    /// `ENABLE UTF8=ACCEPT` (RFC 5161)
    case enable([Capability])
    /// `LIST "" "*"`: every mailbox, with its special use where the server can tell (RFC 6154).
    case list
    /// `CREATE "Done"`
    case create(MailboxName)
    /// `SELECT "INBOX"`
    case select(MailboxName)
    /// `EXAMINE "INBOX"`: the same, but nothing can be changed.
    case examine(MailboxName)
    /// `UID FETCH 1:5 (UID FLAGS)`; `UID` is always asked for.
    case fetch(UIDSet, [FetchItem])
    /// `UID SEARCH SINCE 1-Feb-2024`
    case search([SearchKey])
    /// `UID STORE 5 +FLAGS.SILENT (\Flagged)`
    case store(UIDSet, FlagChange)
    /// `UID COPY 5 "Done"`
    case copy(UIDSet, to: MailboxName)
    /// `UID MOVE 5 "Done"` (RFC 6851)
    case move(UIDSet, to: MailboxName)
    /// `UID EXPUNGE 5` (RFC 4315): removes these if they are marked `\Deleted`, and no others.
    case expunge(UIDSet)
    /// `APPEND "Sent" ...`
    case append(AppendMessage)

    /// The command's name, for errors and logs.
    package var name: String { word.description }

    var word: StaticString {
        switch self {
        case .capability: "CAPABILITY"
        case .noop: "NOOP"
        case .logout: "LOGOUT"
        case .enable: "ENABLE"
        case .list: "LIST"
        case .create: "CREATE"
        case .select: "SELECT"
        case .examine: "EXAMINE"
        case .fetch: "UID FETCH"
        case .search: "UID SEARCH"
        case .store: "UID STORE"
        case .copy: "UID COPY"
        case .move: "UID MOVE"
        case .expunge: "UID EXPUNGE"
        case .append: "APPEND"
        }
    }
}
