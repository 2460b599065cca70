// The module is in charge of IMAP as a client speaks it, without doing any I/O: it says which bytes to send and what the
// bytes received mean. In three layers, each a value:
//
// - `ResponseParser` makes `Response`s of bytes, and `Command`s become bytes.
// - `IMAPSession` keeps one connection: what is in flight, what each response belongs to, when to idle, when the line is
//   dead.
// - `MailboxSync` decides what to fetch from a mailbox, and how far the cursor may move.

/// One connection that is already logged in, as a state machine: events go in by methods, and each gives the actions that
/// the caller has to carry out, in order.
///
///     var session = IMAPSession()
///     perform(session.connected(at: now))               sends CAPABILITY
///     perform(session.received(bytes, at: now))         whatever came; empty when the stream has ended
///     let id = session.nextID
///     perform(session.submit(.select(.inbox), at: now)) `completed(id, …)` follows some time
///     perform(session.startIdling(at: now))             when there is nothing else to do
///     perform(session.tick(at: now))                    at `deadline`, or earlier
///
/// Time is given as a duration since some fixed moment of the caller's, from a clock that never goes back. After
/// `SessionAction.close` every event gives no action. RFC 9051 section 3 (states), from "authenticated" on.
///
/// Commands are sent in the order in which they were given. Fetches, one search and stores share the line; any other waits
/// until it is alone. What is received before the first command, such as the answer to the login, is ignored.
package struct IMAPSession: Sendable {
    /// Where the connection stands.
    enum Phase: Sendable {
        /// Not connected; to `greeting` by `connected`.
        case new
        /// Asking for capabilities and enabling some; to `ready` when that is answered.
        case greeting
        /// Commands flow; to `leaving` by LOGOUT.
        case ready
        /// LOGOUT is sent; to `closed` by its answer or the end of the stream.
        case leaving
        /// Over.
        case closed
    }

    /// Whether the server is listening to an IDLE.
    enum Idle: Sendable {
        /// No; to `entering` when the session has nothing to do.
        case off
        /// IDLE is sent; to `on` by `+`, to `off` by a refusal.
        case entering(CommandID)
        /// Since then; to `leaving` by a command or a deadline.
        case on(CommandID, since: Duration)
        /// DONE is sent; to `off` by the answer.
        case leaving(CommandID)
    }

    let timing: SessionTiming
    var phase = Phase.new
    var idle = Idle.off
    var wantsIdle = false
    /// The server offers IDLE but refused it: poll instead.
    var refusesIdle = false
    var parser: ResponseParser
    var options = EncodingOptions()
    /// Not yet sent, in order.
    var queue: [PendingCommand] = []
    /// Sent, at least in part, and not answered, in order.
    var inFlight: [PendingCommand] = []
    /// What is left of the command that waits for the server's `+`.
    var rest: ArraySlice<[UInt8]> = []
    var lastReceived = Duration.zero
    var lastSent = Duration.zero
    var lastPoll = Duration.zero
    var lastNumber = 0
    var actions: [SessionAction] = []

    package init(limits: ResponseLimits = ResponseLimits(), timing: SessionTiming = SessionTiming()) {
        parser = ResponseParser(limits: limits)
        self.timing = timing
    }

    /// What the server offers; nothing before `SessionAction.ready`.
    package var capabilities: Capabilities { options.capabilities }

    /// The id that the next command given gets.
    package var nextID: CommandID { CommandID(number: lastNumber + 1) }

    /// The stream is there, and logged in.
    package mutating func connected(at now: Duration) -> [SessionAction] {
        guard case .new = phase else { return [] }
        phase = .greeting
        lastReceived = now
        begin(.capability, at: now)
        return takeActions()
    }

    /// The caller has handed bytes of `SessionAction.send` to the network. Only needed for large ones: it keeps a slow
    /// upload from counting as silence.
    package mutating func sent(at now: Duration) { lastSent = max(lastSent, now) }

    /// The stream has ended.
    package mutating func closed() -> [SessionAction] {
        if case .leaving = phase { end(nil) } else { end(.disconnected) }
        return takeActions()
    }

    /// Ends the session: whatever is not finished fails. Nil where that is as it should be.
    mutating func end(_ error: IMAPError?) {
        guard !isClosed else { return }
        phase = .closed
        idle = .off
        let unfinished = inFlight + queue
        inFlight = []
        queue = []
        rest = []
        for pending in unfinished where !pending.isInternal {
            actions.append(.completed(pending.id, .failure(error ?? .disconnected)))
        }
        actions.append(.close(error))
    }

    var isClosed: Bool { if case .closed = phase { true } else { false } }

    mutating func takeActions() -> [SessionAction] {
        defer { actions = [] }
        return actions
    }
}
