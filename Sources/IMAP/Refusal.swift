/// A tagged NO or BAD.
///
///     W7 NO [UNAVAILABLE] Mailbox is being moved
///
/// RFC 9051 sections 7.1.2 and 7.1.3.
package struct Refusal: Hashable, Sendable {
    /// The command's name, for example `UID FETCH`.
    package let command: String
    /// Whether it was BAD (the server does not accept the command) rather than NO (it could not do it).
    package let isBad: Bool
    /// Code and text.
    package let text: StatusText

    /// Whether the same command may work later. A code decides where it says something of that. Without, NO is taken for
    /// a passing trouble, as old servers give no codes, and BAD is not.
    package var isTransient: Bool { asksToWait || text.code?.isTransient ?? !isBad }

    /// Whether the server says that now is a bad time for any command. Exchange says it with BAD and these words when
    /// the server that has the mailbox is away.
    var asksToWait: Bool {
        if case .condition(let condition) = text.code { return condition.asksToWait }
        return text.text.lowercased().contains("authenticated but not connected")
    }
}
