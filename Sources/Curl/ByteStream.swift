/// A connection that libcurl has made, encrypted and logged in, and whose bytes are now ours. Any number of tasks may
/// send, one at a time may receive. Closed by `close()` or with its last reference.
package final class ByteStream: Sendable {
    private let id: Int
    private let reactor: Reactor
    /// What the server said up to the end of the login, without line ends: greeting, capabilities, the login's answer. At
    /// most 8 KB.
    package let openingLines: [String]

    init(_ opened: OpenedStream, reactor: Reactor) {
        id = opened.id
        openingLines = opened.lines
        self.reactor = reactor
    }

    deinit {
        close()
    }

    /// Sends all of `bytes`, in the order of the calls, and returns when the kernel has them.
    ///
    /// A send that fails, is cancelled or exceeds `within` leaves the stream of no more use.
    package func send(_ bytes: [UInt8], within: Duration? = nil) async throws(CurlError) {
        try await reactor.loop.send(id, bytes, within: within).get()
    }

    /// The next bytes, at least 1 and at most `limit` (no more than 64 KB at a time); empty when the server has closed the
    /// connection properly.
    ///
    /// Nothing is read ahead: bytes that nobody asks for stay with the sender. Throws `.timeout` after `within`
    /// (`.zero` asks without waiting) and `.cancelled` with the task; in both cases no byte is lost and the stream
    /// can be read on.
    package func receive(atMost limit: Int = 65536, within: Duration? = nil) async throws(CurlError) -> [UInt8] {
        try await reactor.loop.receive(id, atMost: max(1, limit), within: within).get()
    }

    /// Ends the connection at once, without a word to the server; who waits on it hears `.closed`. May be called twice.
    package func close() {
        let (loop, id) = (reactor.loop, id)
        Task { await loop.closeStream(id) }
    }
}
