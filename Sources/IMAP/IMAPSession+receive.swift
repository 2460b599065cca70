extension IMAPSession {
    /// Bytes have come, in any chunks; none of them means that the stream has ended.
    package mutating func received(_ bytes: [UInt8], at now: Duration) -> [SessionAction] {
        guard !isClosed else { return [] }
        guard !bytes.isEmpty else { return closed() }
        lastReceived = now
        parser.append(bytes)
        do throws(IMAPError) {
            while !isClosed, let response = try parser.next() { take(response, at: now) }
        } catch {
            end(error)
        }
        return takeActions()
    }

    private mutating func take(_ response: Response, at now: Duration) {
        switch response {
        case .untagged(let response): take(response)
        case .continuation: takeContinuation(at: now)
        case .tagged(let tag, let status): take(status, tag: tag, at: now)
        case .unparsed(let line): report(.unparsed(line))
        }
    }

    private mutating func report(_ event: SessionEvent) { actions.append(.event(event)) }

    private mutating func takeContinuation(at now: Duration) {
        if case .entering(let id) = idle {
            idle = .on(id, since: now)
        } else {
            sendPart(at: now)
        }
        advance(at: now)
    }

    private mutating func take(_ response: UntaggedResponse) {
        if case .fetch(let fetch) = response { return take(fetch) }
        for index in inFlight.indices where inFlight[index].take(response, isUTF8: options.isUTF8) { return }
        switch response {
        case .status(let status): take(status)
        case .exists(let count): report(.exists(Int(count)))
        case .expunge(let number): report(.expunged(number))
        case .vanished(let uids, _): report(.vanished(uids))
        case .capability(let capabilities): options.capabilities = capabilities
        case .enabled, .list, .flags, .search, .fetch, .other: break
        }
    }

    private mutating func take(_ fetch: FetchResponse) {
        if let asker = inFlight.first(where: { $0.asked(for: fetch) }) {
            report(.fetched(fetch, by: asker.id))
        } else {
            report(.changed(fetch))
        }
    }

    private mutating func take(_ status: StatusResponse) {
        switch (status.kind, status.text.code) {
        case (.bye, _):
            if case .leaving = phase { return }
            end(.bye(status.text))
        case (_, .condition(.alert)): report(.alert(status.text.text))
        default: report(.notice(status))
        }
    }

    private mutating func take(_ status: StatusResponse, tag: String, at now: Duration) {
        if case .condition(.alert) = status.text.code { report(.alert(status.text.text)) }
        if finishIdle(tag: tag, status, at: now) { return }
        guard let index = inFlight.firstIndex(where: { $0.id.tag == tag }) else { return }
        let isWaiting = !rest.isEmpty && index == inFlight.count - 1
        if isWaiting { rest = [] }
        finish(inFlight.remove(at: index), status, at: now)
        advance(at: now)
    }

    private mutating func finish(_ pending: PendingCommand, _ status: StatusResponse, at now: Duration) {
        guard status.kind == .ok else {
            let refusal = Refusal(command: pending.command.name, isBad: status.kind == .bad, text: status.text)
            return finish(pending, .failure(.refused(refusal)), at: now)
        }
        finish(pending, .success(pending.outcome(status.text)), at: now)
    }

    private mutating func finish(
        _ pending: PendingCommand,
        _ result: Result<CommandOutcome, IMAPError>,
        at now: Duration
    ) {
        if !pending.isInternal { actions.append(.completed(pending.id, result)) }
        switch (phase, result) {
        case (.greeting, _): finishGreeting(result, at: now)
        case (.leaving, _): if case .logout = pending.command { end(nil) }
        case (_, .success(.capabilities(let capabilities))): options.capabilities = capabilities
        case (_, .success(.enabled(let names))): noteEnabled(names)
        default: break
        }
    }
}
