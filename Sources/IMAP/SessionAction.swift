/// What the caller of a session has to do, in order.
package enum SessionAction: Hashable, Sendable {
    /// Send the bytes, all of them and before any later ones.
    case send([UInt8])
    /// The session knows what the server can do. Comes once; commands given before wait for it.
    case ready(Capabilities)
    /// Something happened.
    case event(SessionEvent)
    /// A command is finished. Comes once for every command.
    case completed(CommandID, Result<CommandOutcome, IMAPError>)
    /// Close the stream; the session is over. Nil after a LOGOUT.
    case close(IMAPError?)
}
