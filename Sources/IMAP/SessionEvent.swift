/// What a server told apart from the outcome of a command.
package enum SessionEvent: Hashable, Sendable {
    /// A message that a UID FETCH asked for, or a part of what was asked of it.
    case fetched(FetchResponse, by: CommandID)
    /// Something about a message that nobody asked for: most often flags.
    case changed(FetchResponse)
    /// The mailbox now has so many messages: there may be new ones.
    case exists(Int)
    /// The message with this sequence number is gone.
    case expunged(UInt32)
    /// The messages with these UIDs are gone (RFC 7162).
    case vanished(UIDSet)
    /// Words that RFC 9051 section 7.1 wants shown to a person.
    case alert(String)
    /// Any other status that belongs to no command.
    case notice(StatusResponse)
    /// A line that was no response, for the log.
    case unparsed(String)
}
