/// Which command of a session; its tag is `W1`, `W2`, ...
///
/// Tags of this form never meet those of libcurl, which logs in with `A001`, `A002`, ...
package struct CommandID: Hashable, Sendable, CustomStringConvertible {
    /// From 1, in the order the session met the commands.
    let number: Int

    /// The tag on the wire.
    var tag: String { "W\(number)" }

    /// The tag.
    package var description: String { tag }
}
