extension IMAPSession {
    /// Nothing is left to do: once the commands given so far are finished the session idles, so that news come at once;
    /// where the server has no IDLE it asks for news from time to time. It goes on until the next command is given, after
    /// which it has to be said again. A mailbox has to be selected. RFC 2177.
    package mutating func startIdling(at now: Duration) -> [SessionAction] {
        guard !wantsIdle else { return [] }
        wantsIdle = true
        lastPoll = now
        advance(at: now)
        return takeActions()
    }

    var usesIdle: Bool { capabilities.offers(.idle) && !refusesIdle }

    mutating func enterIdle(at now: Duration) {
        guard wantsIdle, usesIdle else { return }
        let id = takeID()
        idle = .entering(id)
        lastSent = now
        actions.append(.send(Array("\(id.tag) IDLE\r\n".utf8)))
    }

    /// Ends the present IDLE, if there is one to end. One that the server has not yet confirmed is ended when it has:
    /// DONE before the `+` would be taken for a command.
    mutating func leaveIdle(at now: Duration) {
        guard case .on(let id, _) = idle else { return }
        idle = .leaving(id)
        lastSent = now
        actions.append(.send(Array("DONE\r\n".utf8)))
    }

    /// A server that ends every IDLE sooner than this has none to speak of, and would be asked without pause.
    private static let shortest = Duration.seconds(1)

    /// Whether the tagged response was about an IDLE.
    mutating func finishIdle(tag: String, _ status: StatusResponse, at now: Duration) -> Bool {
        switch idle {
        case .entering(let id) where id.tag == tag: refusesIdle = true
        case .on(let id, let since) where id.tag == tag: refusesIdle = status.kind != .ok || now - since < Self.shortest
        case .leaving(let id) where id.tag == tag: break
        default: return false
        }
        idle = .off
        lastPoll = now
        advance(at: now)
        return true
    }
}
