/// Connections to relays between two mails, and how many there are. First come, first served.
actor SubmissionPool {
    private struct Idle {
        let connection: SMTPConnection
        let since: ContinuousClock.Instant
    }

    private struct Waiter {
        let id: Int
        let continuation: CheckedContinuation<Result<SMTPConnection?, CurlError>, Never>
    }

    private struct Lane {
        var idle: [Idle] = []
        var waiters: [Waiter] = []
        /// Connections in use, those about to be opened included.
        var busy = 0
    }

    private var lanes: [SMTPRelay: Lane] = [:]
    private var sweeper: Task<Void, Never>?
    private var isDropped = false
    private var lastID = 0

    /// A place among the relay's connections, with an idle one if there is any; nil means: open one. To be given back.
    func take(_ relay: SMTPRelay) async throws(CurlError) -> SMTPConnection? {
        lastID += 1
        let id = lastID
        return try await withTaskCancellationHandler {
            await withCheckedContinuation { admit(Waiter(id: id, continuation: $0), to: relay) }
        } onCancel: {
            Task { await self.cancel(id, relay) }
        }.get()
    }

    /// Gives a place at once or queues, with no suspension in between.
    private func admit(_ waiter: Waiter, to relay: SMTPRelay) {
        guard !isDropped else { return waiter.continuation.resume(returning: .failure(.closed)) }
        guard !Task.isCancelled else { return waiter.continuation.resume(returning: .failure(.cancelled)) }
        var lane = lanes[relay, default: Lane()]
        if lane.busy < max(1, relay.connections) {
            lane.busy += 1
            waiter.continuation.resume(returning: .success(lane.idle.popLast()?.connection))
        } else {
            lane.waiters.append(waiter)
        }
        lanes[relay] = lane
    }

    /// Gives the place back, with the connection if it can take another mail.
    func give(_ connection: SMTPConnection?, to relay: SMTPRelay) async {
        if var lane = lanes[relay], !lane.waiters.isEmpty {
            let waiter = lane.waiters.removeFirst()
            lanes[relay] = lane
            return waiter.continuation.resume(returning: .success(connection))
        }
        lanes[relay]?.busy -= 1
        guard let connection else { return }
        guard !isDropped else { return await connection.quit() }
        lanes[relay]?.idle.append(Idle(connection: connection, since: .now))
        if sweeper == nil { sweeper = Task { await self.sweep() } }
    }

    private func cancel(_ id: Int, _ relay: SMTPRelay) {
        guard let index = lanes[relay]?.waiters.firstIndex(where: { $0.id == id }) else { return }
        lanes[relay]?.waiters.remove(at: index).continuation.resume(returning: .failure(.cancelled))
    }

    /// Closes what has been idle for too long, until nothing is idle any more.
    private func sweep() async {
        while let next = lanes.flatMap({ relay, lane in lane.idle.map { $0.since + relay.idle } }).min() {
            guard (try? await Task.sleep(until: next, clock: .continuous)) != nil else { return }
            for connection in takeExpired(.now) { await connection.quit() }
        }
        sweeper = nil
    }

    private func takeExpired(_ now: ContinuousClock.Instant) -> [SMTPConnection] {
        var expired: [SMTPConnection] = []
        for (relay, lane) in lanes {
            expired += lane.idle.filter { $0.since + relay.idle <= now }.map(\.connection)
            lanes[relay]?.idle.removeAll { $0.since + relay.idle <= now }
            if lanes[relay]?.idle.isEmpty == true, lane.busy == 0 { lanes[relay] = nil }
        }
        return expired
    }

    /// Closes all, now and for the future.
    func drop() async {
        isDropped = true
        sweeper?.cancel()
        let idle = lanes.values.flatMap(\.idle)
        for relay in lanes.keys {
            for waiter in lanes[relay]?.waiters ?? [] { waiter.continuation.resume(returning: .failure(.closed)) }
            lanes[relay]?.waiters = []
            lanes[relay]?.idle = []
        }
        for item in idle { await item.connection.quit() }
    }
}
