import Foundation
import Glibc
import TestSupport

/// Posts prepared requests over connections that stay open, at most one on each, all from one thread.
///
/// With a rate, each request has a time at which it is due, and its latency counts from then, also if no connection is free:
/// a server that falls behind is not spared.
struct RequestLoad {
    let port: Int
    let connections: Int
    /// Requests a second; nil for as many as are answered.
    var rate: Double?

    struct Result {
        var count: Int
        var duration: Duration
        /// From the request to its answer, shortest first.
        var latencies: [Duration]

        func percentile(_ part: Double) -> Duration {
            latencies.isEmpty ? .zero : latencies[min(latencies.count - 1, Int(Double(latencies.count) * part))]
        }
    }

    /// Throws where anything but a 200 is the answer.
    func run(_ requests: [[UInt8]]) throws -> Result {
        var round = try LoadRound(self, requests)
        try round.run()
        return round.result
    }
}

/// One run of a load.
private struct LoadRound: ~Copyable {
    private let load: RequestLoad
    private let requests: [[UInt8]]
    private var polled: [pollfd]
    /// Indices into `polled` of connections without a request.
    private var idle: [Int]
    /// When the request that is out on each connection was due.
    private var dueAt: [ContinuousClock.Instant]
    private var unread: [[UInt8]]
    private var next = 0
    private var latencies: [Duration] = []
    private let start = ContinuousClock.now
    private var end = ContinuousClock.now

    private static let ok = Array("HTTP/1.1 200 ".utf8)
    private static let headEnd = Array("\r\n\r\n".utf8)

    init(_ load: RequestLoad, _ requests: [[UInt8]]) throws {
        self.load = load
        self.requests = requests
        polled = try (0..<load.connections).map { _ in
            let descriptor = try LoopbackSocket.connected(to: load.port)
            LoopbackSocket.makeEager(descriptor)
            return pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        }
        idle = Array(polled.indices)
        dueAt = Array(repeating: start, count: polled.count)
        unread = Array(repeating: [], count: polled.count)
        latencies.reserveCapacity(requests.count)
    }

    deinit {
        for entry in polled { close(entry.fd) }
    }

    var result: RequestLoad.Result {
        RequestLoad.Result(count: latencies.count, duration: end - start, latencies: latencies.sorted())
    }

    mutating func run() throws {
        while latencies.count < requests.count {
            try post()
            let (count, patience) = (nfds_t(polled.count), patience)
            guard poll(&polled, count, patience) >= 0 else { throw BenchError("poll failed: \(errno)") }
            for index in polled.indices where polled[index].revents != 0 { try receive(index) }
        }
        end = .now
    }

    /// Whatever is due and finds a connection.
    private mutating func post() throws {
        let now = ContinuousClock.now
        while next < requests.count, let connection = idle.last {
            let due = load.rate.map { start + .seconds(Double(next) / $0) } ?? now
            guard due <= now else { return }
            idle.removeLast()
            dueAt[connection] = due
            let request = requests[next]
            guard send(polled[connection].fd, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
                throw BenchError("a request could not be sent at once: \(errno)")
            }
            next += 1
        }
    }

    /// Milliseconds to wait for an answer before something else is due.
    private var patience: Int32 {
        load.rate == nil || idle.isEmpty || next == requests.count ? 10_000 : 1
    }

    private mutating func receive(_ index: Int) throws {
        var room = [UInt8](repeating: 0, count: 4_096)
        let count = recv(polled[index].fd, &room, room.count, 0)
        guard count > 0 else { throw BenchError("the server closed a connection") }
        unread[index] += room.prefix(count)
        // The answers have no body.
        guard unread[index].suffix(Self.headEnd.count) == Self.headEnd[...] else { return }
        guard unread[index].starts(with: Self.ok) else {
            throw BenchError("an answer other than 200: \(String(decoding: unread[index], as: UTF8.self))")
        }
        unread[index].removeAll(keepingCapacity: true)
        latencies.append(.now - dueAt[index])
        idle.append(index)
    }
}
