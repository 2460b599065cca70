import Dispatch
import Glibc

/// What the proxy's thread does: waits for bytes, time or a wish, and moves bytes.
struct ProxyLoop {
    private var listener: ProxyListener
    private let server: Int
    private let controls: ProxyControls
    private var connections: [ProxiedConnection] = []
    private var buffer = [UInt8](repeating: 0, count: 65_536)
    private let clock = ContinuousClock()

    init(listener: ProxyListener, server: Int, controls: ProxyControls) {
        self.listener = listener
        self.server = server
        self.controls = controls
    }

    /// Returns when the proxy has been stopped, with everything closed.
    mutating func run() {
        while true {
            let wishes = controls.take()
            if wishes.isStopped { break }
            carryOut(wishes)
            let found = wait(wishes)
            if found[1].revents != 0 { accept() }
            if !wishes.isStalled { move(found.dropFirst(2), wishes.delay) }
        }
        for connection in connections { connection.close() }
        listener.close()
    }

    private mutating func carryOut(_ wishes: ProxyControls.Wishes) {
        listener.refuse(wishes.isRefusing)
        if wishes.cutsAll {
            for connection in connections { connection.close() }
            connections = []
        }
        for done in wishes.waiting { done.signal() }
    }

    /// Waits; gives the wake-up, the listener, and two entries for each connection.
    private func wait(_ wishes: ProxyControls.Wishes) -> [pollfd] {
        let now = clock.now
        var entries = [pollfd.of(controls.wake, reads: true), .of(listener.descriptor, reads: true)]
        for connection in connections {
            entries += wishes.isStalled ? [.idle, .idle] : connection.interest(at: now)
        }
        let due = wishes.isStalled ? nil : connections.compactMap(\.nextDue).filter { $0 > now }.min()
        poll(&entries, nfds_t(entries.count), due.map { milliseconds($0 - now) } ?? -1)
        return entries
    }

    /// Rounded up: a round too early would find nothing due, and spin.
    private func milliseconds(_ duration: Duration) -> Int32 {
        Int32((duration / .milliseconds(1)).rounded(.up))
    }

    /// Takes all that wait to be connected. They are polled for in the next round.
    private mutating func accept() {
        while let client = listener.accept() {
            let fault = controls.nextFault()
            guard let server = try? LoopbackSocket.connected(to: server) else {
                close(client)
                continue
            }
            for descriptor in [client, server] { LoopbackSocket.makeEager(descriptor) }
            connections.append(ProxiedConnection(client: client, server: server, fault: fault))
        }
    }

    private mutating func move(_ found: ArraySlice<pollfd>, _ delay: Duration) {
        let now = clock.now
        var open: [ProxiedConnection] = []
        for (index, var connection) in connections.enumerated() {
            let entries = found.dropFirst(2 * index).prefix(2)
            let isOpen = connection.step(found: entries, at: now, controls: controls, delay: delay, buffer: &buffer)
            if isOpen { open.append(connection) } else { connection.close() }
        }
        connections = open
    }
}
