/// A message flag: a system flag such as `\Seen`, or a keyword such as `$Junk`. Compared without regard to case.
///
///     * 12 FETCH (FLAGS (\Seen $Forwarded))
///
/// RFC 9051 section 2.3.2.
package struct Flag: Sendable, CustomStringConvertible {
    /// As the server or the operator wrote it, with the backslash of a system flag.
    package let name: String

    /// Any text; what is no flag by the grammar is refused when a command with it is encoded.
    package init(_ name: String) { self.name = name }

    /// Read by somebody.
    package static let seen = Flag("\\Seen")
    /// Marked for attention.
    package static let flagged = Flag("\\Flagged")
    /// Answered by somebody.
    package static let answered = Flag("\\Answered")
    /// To be removed by the next EXPUNGE.
    package static let deleted = Flag("\\Deleted")
    /// Not finished.
    package static let draft = Flag("\\Draft")

    /// The name.
    package var description: String { name }
}

extension Flag: Hashable {
    package static func == (left: Flag, right: Flag) -> Bool {
        left.name == right.name || left.name.lowercased() == right.name.lowercased()
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(name.lowercased()) }
}
