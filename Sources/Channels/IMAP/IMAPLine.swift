import Curl
import IMAP

/// One logged-in connection with the state machine that speaks on it: carries out what the machine decides, and hands
/// on what is left for the caller.
struct IMAPLine {
    /// Host and port, for sentences.
    let server: String
    private let stream: ByteStream
    private var session: IMAPSession
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var waiting: [SessionAction] = []
    /// Why the connection is over; told once what came before has been handed on.
    private var failure: ChannelError?

    /// Takes over a stream that libcurl has connected, encrypted and logged in, and waits for the capabilities.
    init(_ stream: ByteStream, to server: String, limits: ResponseLimits, timing: SessionTiming) async throws {
        self.server = server
        self.stream = stream
        session = IMAPSession(limits: limits, timing: timing)
        start = clock.now
        try await perform(session.connected(at: .zero))
        while try await !advance(within: nil).contains(where: \.isReady) {}
    }

    var capabilities: Capabilities { session.capabilities }

    /// The id that the next command given to `submit` gets.
    var nextID: CommandID { session.nextID }

    private var now: Duration { clock.now - start }

    mutating func submit(_ command: Command) async throws {
        try await perform(session.submit(command, at: now))
    }

    /// Nothing is left to do: news are waited for until the next command.
    mutating func startIdling() async throws {
        try await perform(session.startIdling(at: now))
    }

    /// Waits for the next thing to happen and returns it; with a limit, nothing may have happened by then.
    ///
    /// Throws when the connection is over, as a `ChannelError`.
    mutating func advance(within limit: Duration?) async throws -> [SessionAction] {
        guard waiting.isEmpty else { return takeWaiting() }
        if let failure { throw failure }
        let patience = min(limit ?? Self.longestWait, untilDeadline)
        try await perform(try await whatHappens(within: patience))
        return takeWaiting()
    }

    private mutating func whatHappens(within patience: Duration) async throws -> [SessionAction] {
        do throws(CurlError) {
            let bytes = try await stream.receive(within: patience)
            return bytes.isEmpty ? session.closed() : session.received(bytes, at: now)
        } catch  where error.kind == .timeout {
            return session.tick(at: now)
        } catch {
            throw ChannelError(error, from: server)
        }
    }

    /// Gives one command and waits for its outcome; what else happens meanwhile goes to `other`.
    mutating func run(_ command: Command, other: (SessionAction) -> Void = { _ in }) async throws -> CommandOutcome {
        let id = nextID
        try await submit(command)
        while true {
            var result: Result<CommandOutcome, IMAPError>?
            for action in try await advance(within: nil) {
                if case .completed(id, let outcome) = action { result = outcome } else { other(action) }
            }
            if let result {
                do {
                    return try result.get()
                } catch {
                    throw ChannelError(error, from: server)
                }
            }
        }
    }

    /// Opens a mailbox: to be looked at only, or to be marked in and moved from.
    mutating func select(_ mailbox: MailboxName, changing: Bool) async throws -> SelectedMailbox {
        do {
            let outcome = try await run(changing ? .select(mailbox) : .examine(mailbox))
            guard case .selected(let selected) = outcome else { throw ChannelError.protocolViolation("SELECT") }
            return selected
        } catch let error as ChannelError {
            throw ChannelError(selecting: mailbox.text, error, from: server)
        }
    }

    /// Says LOGOUT if the server still listens, and closes.
    mutating func close() async {
        if (try? await submit(.logout)) != nil {
            while let happened = try? await advance(within: .milliseconds(500)), !happened.isEmpty {}
        }
        stream.close()
    }

    /// Commands given while a receive is under way change the deadline, so that no wait is longer than this.
    private static let longestWait = Duration.seconds(60)

    private var untilDeadline: Duration {
        guard let deadline = session.deadline else { return Self.longestWait }
        return max(deadline - now, .zero)
    }

    private mutating func takeWaiting() -> [SessionAction] {
        defer { waiting = [] }
        return waiting
    }

    private mutating func perform(_ actions: [SessionAction]) async throws {
        for action in actions {
            switch action {
            case .send(let bytes):
                do {
                    try await stream.send(bytes)
                } catch {
                    throw ChannelError(error, from: server)
                }
                session.sent(at: now)
            case .close(let error?):
                stream.close()
                failure = ChannelError(error, from: server)
            case .close(nil): stream.close()
            case .ready, .event, .completed: waiting.append(action)
            }
        }
    }
}

extension SessionAction {
    fileprivate var isReady: Bool {
        if case .ready = self { true } else { false }
    }
}
