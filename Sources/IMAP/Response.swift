/// One response of a server, parsed.
///
///     * 12 EXISTS
///     + idling
///     W7 OK SELECT completed
///
/// RFC 9051 section 7.
package enum Response: Hashable, Sendable {
    /// What a server sends on its own or for a command.
    case untagged(UntaggedResponse)
    /// `+`: it waits for the rest of a command. The words after it.
    case continuation(String)
    /// The end of the command with this tag.
    case tagged(String, StatusResponse)
    /// A line that is no response, or a response that did not parse; at most the first 200 bytes. Never fatal: some
    /// servers let such lines slip out.
    case unparsed(String)
}
