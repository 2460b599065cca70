/// How long a session waits.
package struct SessionTiming: Hashable, Sendable {
    /// How long a server may be silent when it owes an answer. After that the connection counts as dead.
    package var answer: Duration
    /// How long one IDLE lasts. RFC 2177 wants less than 29 minutes, since servers log out after 30.
    package var idle: Duration
    /// After so long a silence in IDLE it is ended and entered anew, to see whether the line still stands.
    package var silence: Duration
    /// How often NOOP asks for news where the server has no IDLE.
    package var poll: Duration

    package init(
        answer: Duration = .seconds(120),
        idle: Duration = .seconds(25 * 60),
        silence: Duration = .seconds(5 * 60),
        poll: Duration = .seconds(60)
    ) {
        self.answer = answer
        self.idle = min(idle, .seconds(28 * 60))
        self.silence = silence
        self.poll = poll
    }
}
