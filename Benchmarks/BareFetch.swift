import Curl
import IMAP
import TestSupport

/// Messages fetched over the same libcurl stream and dropped: what the line and the server allow.
struct BareFetch {
    private let stream: ByteStream
    private var session = IMAPSession()
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant

    /// 1:50, 51:100 and so on.
    private static let window: UInt32 = 50
    private static let inFlight = 4

    /// Fetches `count` messages, numbered from 1; how long it took, login included.
    static func run(_ count: Int, from user: MailUser, port: Int, authority: String) async throws -> Duration {
        let clock = ContinuousClock()
        let start = clock.now
        let reactor = try Reactor()
        let endpoint = StreamEndpoint(
            .imap,
            host: "127.0.0.1",
            port: port,
            security: .implicitTLS,
            credentials: .password(user: user.address, secret: user.password),
            trust: .authorities(file: authority)
        )
        var fetch = BareFetch(try await reactor.openStream(endpoint), start: start)
        try await fetch.fetch(UInt32(count))
        let duration = clock.now - start
        await reactor.shutdown()
        return duration
    }

    private init(_ stream: ByteStream, start: ContinuousClock.Instant) {
        self.stream = stream
        self.start = start
    }

    private var now: Duration { clock.now - start }

    private mutating func fetch(_ count: UInt32) async throws {
        var fetched = try await carryOut(session.connected(at: now) + session.submit(.examine(.inbox), at: now))
        var next: UInt32 = 1
        var running = 1
        while fetched.messages < Int(count) {
            running -= fetched.completed
            while running < Self.inFlight, next <= count {
                fetched = fetched + (try await carryOut(submit(from: next, to: min(next + Self.window - 1, count))))
                next += Self.window
                running += 1
            }
            fetched.completed = 0
            let bytes = try await stream.receive()
            guard !bytes.isEmpty else { throw BenchError("the server closed the connection") }
            fetched = fetched + (try await carryOut(session.received(bytes, at: now)))
        }
    }

    private mutating func submit(from: UInt32, to: UInt32) -> [SessionAction] {
        guard let from = UID(from), let to = UID(to) else { return [] }
        return session.submit(.fetch(UIDSet(from...to), [.uid, .message]), at: now)
    }

    private struct Progress {
        var messages = 0
        var completed = 0

        static func + (a: Self, b: Self) -> Self {
            Self(messages: a.messages + b.messages, completed: a.completed + b.completed)
        }
    }

    private func carryOut(_ actions: [SessionAction]) async throws -> Progress {
        var progress = Progress()
        for action in actions {
            switch action {
            case .send(let bytes): try await stream.send(bytes)
            case .event(.fetched): progress.messages += 1
            case .completed(_, .success): progress.completed += 1
            case .completed(_, .failure(let error)): throw error
            case .close(let error): throw error ?? .disconnected
            case .event, .ready: break
            }
        }
        return progress
    }
}
