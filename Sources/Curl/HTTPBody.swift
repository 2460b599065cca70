/// The body of a response as chunks. At most some 64 KB wait here for the reader; beyond that the server is held back.
package struct HTTPBody: AsyncSequence, Sendable {
    package typealias Element = [UInt8]
    package typealias Failure = CurlError

    private let exchange: Exchange

    init(exchange: Exchange) {
        self.exchange = exchange
    }

    package struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let exchange: Exchange

        package mutating func next() async throws(CurlError) -> [UInt8]? {
            try await exchange.nextChunk()
        }

        package mutating func next(isolation: isolated (any Actor)?) async throws(CurlError) -> [UInt8]? {
            try await exchange.nextChunk()
        }
    }

    package func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(exchange: exchange)
    }

    /// The whole body, within the request's `HTTPLimits.bodyBytes`.
    package func collect() async throws(CurlError) -> [UInt8] {
        var whole: [UInt8] = []
        while let chunk = try await exchange.nextChunk() { whole += chunk }
        return whole
    }
}

/// Ends the transfer with the last reference to it.
final class Exchange: Sendable {
    private let id: Int
    private let reactor: Reactor

    init(id: Int, reactor: Reactor) {
        self.id = id
        self.reactor = reactor
    }

    deinit {
        let (loop, id) = (reactor.loop, id)
        Task { await loop.endExchange(id, .closed) }
    }

    func nextChunk() async throws(CurlError) -> [UInt8]? {
        try await reactor.loop.nextChunk(id).get()
    }
}
