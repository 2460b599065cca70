import Glibc

/// One direction of one connection: bytes read from `source` wait their time and go to `sink`.
struct ProxyPipe {
    enum Progress {
        case goesOn
        /// All the bytes this direction may carry have gone.
        case reachedCut
        /// A side is gone in a way that no orderly end can follow.
        case broke
    }

    private struct Chunk {
        let due: ContinuousClock.Instant
        var bytes: ArraySlice<UInt8>
    }

    let direction: FaultProxy.Direction
    let source: Int32
    let sink: Int32
    /// How many bytes may still be read; nil is no limit.
    private var allowance: Int?
    private var waiting: [Chunk] = []
    private var waitingBytes = 0
    private var hasEnded = false
    private(set) var isFinished = false

    /// Enough for a gigabyte a second with 50 ms of delay.
    private static let mostWaiting = 50 << 20

    init(_ direction: FaultProxy.Direction, from source: Int32, to sink: Int32, fault: FaultProxy.Fault) {
        self.direction = direction
        self.source = source
        self.sink = sink
        if case .cut(let count, direction) = fault { allowance = count }
    }

    /// Whether bytes from the source are wanted now.
    var wantsToRead: Bool {
        !hasEnded && allowance != 0 && waitingBytes < Self.mostWaiting
    }

    /// When the next bytes are to go; nil when none wait.
    var nextDue: ContinuousClock.Instant? { waiting.first?.due }

    /// Takes what the source has; it goes out after `delay`.
    mutating func read(at now: ContinuousClock.Instant, delay: Duration, into buffer: inout [UInt8]) -> Progress {
        let count = recv(source, &buffer, min(buffer.count, allowance ?? .max), 0)
        if count < 0 { return errno == EAGAIN || errno == EINTR ? .goesOn : .broke }
        if count == 0 {
            hasEnded = true
            return .goesOn
        }
        waiting.append(Chunk(due: now + delay, bytes: Array(buffer[..<count])[...]))
        waitingBytes += count
        if let allowance { self.allowance = allowance - count }
        return .goesOn
    }

    /// Sends what is due; `count` hears how many bytes went.
    mutating func write(at now: ContinuousClock.Instant, count: (Int) -> Void) -> Progress {
        while let chunk = waiting.first, chunk.due <= now {
            let sent = chunk.bytes.withUnsafeBytes { send(sink, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent >= 0 else { return errno == EAGAIN || errno == EINTR ? .goesOn : .broke }
            count(sent)
            waitingBytes -= sent
            waiting[0].bytes = chunk.bytes.dropFirst(sent)
            if waiting[0].bytes.isEmpty { waiting.removeFirst() }
        }
        guard waiting.isEmpty else { return .goesOn }
        if allowance == 0 { return .reachedCut }
        if hasEnded, !isFinished {
            shutdown(sink, Int32(SHUT_WR))
            isFinished = true
        }
        return .goesOn
    }
}
