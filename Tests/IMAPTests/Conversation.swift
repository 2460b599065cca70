import Testing

@testable import IMAP

/// A session under test with a clock of its own. Text that is sent or received has LF for CRLF.
struct Conversation {
    var session: IMAPSession
    var now = Duration.seconds(1000)

    init(limits: ResponseLimits = ResponseLimits(), timing: SessionTiming = SessionTiming()) {
        session = IMAPSession(limits: limits, timing: timing)
    }

    /// Connected, and past CAPABILITY and ENABLE, which take `W1` and, if there is something to enable, `W2`.
    static func ready(_ capabilities: String = "", timing: SessionTiming = SessionTiming()) -> Conversation {
        var conversation = Conversation(timing: timing)
        _ = conversation.session.connected(at: conversation.now)
        _ = conversation.receive("* CAPABILITY IMAP4rev1 \(capabilities)\nW1 OK\n")
        return conversation
    }

    mutating func receive(_ text: String) -> [SessionAction] { session.received(wire(text), at: now) }

    mutating func submit(_ command: Command) -> [SessionAction] { session.submit(command, at: now) }

    mutating func wait(_ duration: Duration) -> [SessionAction] {
        now += duration
        return session.tick(at: now)
    }
}

func sends(_ text: String) -> SessionAction { .send(wire(text)) }

func done(_ number: Int, _ outcome: CommandOutcome = .done(StatusText())) -> SessionAction {
    .completed(CommandID(number: number), .success(outcome))
}

func failed(_ number: Int, _ error: IMAPError) -> SessionAction {
    .completed(CommandID(number: number), .failure(error))
}

func refused(
    _ command: String,
    isBad: Bool = false,
    _ code: ResponseCode.Condition? = nil,
    _ text: String = ""
) -> IMAPError {
    .refused(
        Refusal(
            command: command,
            isBad: isBad,
            text: StatusText(code: code.map { .condition($0) }, text: text)
        )
    )
}
