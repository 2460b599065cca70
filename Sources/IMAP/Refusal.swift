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

    /// A code decides where there is one. Without, NO is taken for a passing trouble, as old servers give no codes,
    /// and BAD is not. Exchange says BAD of a session whose mailbox server is away, which passes.
    package var isTransient: Bool {
        if let verdict = text.code?.isTransient { return verdict }
        return !isBad || text.text.lowercased().contains("authenticated but not connected")
    }
}
