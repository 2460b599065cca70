extension IMAPSession {
    /// When `tick` has to be called at the latest; nil where nothing is awaited.
    package var deadline: Duration? {
        switch phase {
        case .new, .closed: return nil
        case .greeting, .ready, .leaving: break
        }
        if owesAnswer { return max(lastReceived, lastSent) + timing.answer }
        if case .on(_, let since) = idle { return min(since + timing.idle, max(lastReceived, since) + timing.silence) }
        return wantsIdle && !usesIdle ? lastPoll + timing.poll : nil
    }

    /// Time has passed.
    package mutating func tick(at now: Duration) -> [SessionAction] {
        guard let deadline, deadline <= now else { return [] }
        if owesAnswer {
            end(.silent(timing.answer))
        } else if case .on = idle {
            leaveIdle(at: now)
        } else {
            lastPoll = now
            poll(at: now)
        }
        return takeActions()
    }

    /// Whether the server has something to answer.
    private var owesAnswer: Bool {
        switch idle {
        case .entering, .leaving: true
        case .on: false
        case .off: !inFlight.isEmpty
        }
    }

    private mutating func poll(at now: Duration) {
        guard case .ready = phase, inFlight.isEmpty else { return }
        begin(.noop, at: now)
    }
}
