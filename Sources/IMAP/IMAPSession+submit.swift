extension IMAPSession {
    /// Gives the session a command. It is sent at once or when its turn comes, and answered with
    /// `SessionAction.completed` under the id that `nextID` had. Ends idling.
    package mutating func submit(_ command: Command, at now: Duration) -> [SessionAction] {
        let pending = PendingCommand(id: takeID(), command: command, isInternal: false)
        if isClosed {
            actions.append(.completed(pending.id, .failure(.disconnected)))
        } else {
            wantsIdle = false
            queue.append(pending)
            advance(at: now)
        }
        return takeActions()
    }

    mutating func takeID() -> CommandID {
        lastNumber += 1
        return CommandID(number: lastNumber)
    }

    /// Gives a command of the session's own, before all others.
    mutating func begin(_ command: Command, at now: Duration) {
        send(PendingCommand(id: takeID(), command: command, isInternal: true), at: now)
    }

    /// Sends what can be sent, and idles if there is nothing.
    mutating func advance(at now: Duration) {
        guard case .ready = phase, rest.isEmpty else { return }
        guard case .off = idle else {
            if !queue.isEmpty { leaveIdle(at: now) }
            return
        }
        while rest.isEmpty, case .ready = phase, let head = queue.first,
            head.command.mayJoin(inFlight.map(\.command))
        {
            queue.removeFirst()
            send(head, at: now)
        }
        if queue.isEmpty, inFlight.isEmpty, case .ready = phase { enterIdle(at: now) }
    }

    mutating func send(_ pending: PendingCommand, at now: Duration) {
        do throws(IMAPError) {
            let parts = try pending.command.encoded(as: pending.id, options: options)
            inFlight.append(pending)
            rest = parts[...]
            sendPart(at: now)
            if case .logout = pending.command { phase = .leaving }
        } catch {
            actions.append(.completed(pending.id, .failure(error)))
        }
    }

    /// Sends the next part of the command that is under way.
    mutating func sendPart(at now: Duration) {
        guard let part = rest.popFirst() else { return }
        lastSent = now
        actions.append(.send(part))
    }
}
