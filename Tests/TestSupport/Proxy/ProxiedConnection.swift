import Glibc

/// A client and a server joined by two pipes.
struct ProxiedConnection {
    let client: Int32
    let server: Int32
    private var toServer: ProxyPipe
    private var toClient: ProxyPipe
    private let isSilent: Bool

    init(client: Int32, server: Int32, fault: FaultProxy.Fault) {
        self.client = client
        self.server = server
        toServer = ProxyPipe(.toServer, from: client, to: server, fault: fault)
        toClient = ProxyPipe(.toClient, from: server, to: client, fault: fault)
        isSilent = fault == .silence
    }

    /// What to wait for: for each side, its bytes if they are wanted, and its room if bytes are due for it.
    func interest(at now: ContinuousClock.Instant) -> [pollfd] {
        guard !isSilent else { return [.idle, .idle] }
        return [
            .of(client, reads: toServer.wantsToRead, writes: toClient.nextDue.map { $0 <= now } ?? false),
            .of(server, reads: toClient.wantsToRead, writes: toServer.nextDue.map { $0 <= now } ?? false),
        ]
    }

    /// When bytes are next to go; nil when none wait.
    var nextDue: ContinuousClock.Instant? {
        [toServer.nextDue, toClient.nextDue].compactMap(\.self).min()
    }

    /// Moves what can move, given what `poll` found; false when the connection is over.
    mutating func step(
        found: ArraySlice<pollfd>,
        at now: ContinuousClock.Instant,
        controls: ProxyControls,
        delay: Duration,
        buffer: inout [UInt8]
    ) -> Bool {
        guard !isSilent else { return true }
        let isOpen =
            Self.move(&toServer, found.first, now, controls, delay, &buffer)
            && Self.move(&toClient, found.last, now, controls, delay, &buffer)
        return isOpen && !(toServer.isFinished && toClient.isFinished)
    }

    /// Closes both sides; bytes already sent still arrive.
    func close() {
        for descriptor in [client, server] {
            shutdown(descriptor, Int32(SHUT_WR))
            Glibc.close(descriptor)
        }
    }

    private static func move(
        _ pipe: inout ProxyPipe,
        _ found: pollfd?,
        _ now: ContinuousClock.Instant,
        _ controls: ProxyControls,
        _ delay: Duration,
        _ buffer: inout [UInt8]
    ) -> Bool {
        let isReadable = (found?.revents ?? 0) & ~Int16(POLLOUT) != 0
        if isReadable, pipe.wantsToRead, case .broke = pipe.read(at: now, delay: delay, into: &buffer) { return false }
        let direction = pipe.direction
        guard case .goesOn = pipe.write(at: now, count: { controls.count($0, direction) }) else { return false }
        return true
    }
}

extension pollfd {
    /// Waits for nothing: a negative descriptor is passed over, where one without events would report hang-ups for ever.
    static let idle = pollfd(fd: -1, events: 0, revents: 0)

    static func of(_ descriptor: Int32, reads: Bool, writes: Bool = false) -> pollfd {
        guard descriptor >= 0, reads || writes else { return idle }
        let events = (reads ? Int16(POLLIN) : 0) | (writes ? Int16(POLLOUT) : 0)
        return pollfd(fd: descriptor, events: events, revents: 0)
    }
}
