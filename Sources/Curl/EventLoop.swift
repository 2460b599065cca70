import CCurl

/// All state of the reactor. An actor whose executor is `ReactorThread`: everything here runs on that thread, between
/// two polls, and nothing here blocks but the poll.
///
/// Between asking for a continuation and being given one, whole rounds may pass. So whoever begins to wait looks again,
/// with the continuation in hand, whether what it waits for has happened meanwhile, or its task was cancelled.
actor EventLoop {
    nonisolated let thread: ReactorThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    var streams: [Int: StreamTransfer] = [:]
    var exchanges: [Int: HTTPTransfer] = [:]
    /// Handles that libcurl still works on, by address; a finished stream stays in the multi but not in here.
    private var running: [UInt: Running] = [:]
    /// What the poll watches on behalf of streams; rebuilt when one begins or ends to wait.
    private var waits: [curl_waitfd] = []
    private var waiting: [Int] = []
    private var nearestDeadline: ContinuousClock.Instant?
    var waitsAreStale = false
    /// Where streams read into, one after the other, so that an idle stream holds no buffer.
    var scratch = [UInt8](repeating: 0, count: 64 * 1024)
    private(set) var isDown = false
    private var lastID = 0

    private enum Running {
        case stream(Int)
        case exchange(Int)
    }

    init() throws(CurlError) {
        thread = try ReactorThread()
    }

    func makeID() -> Int {
        lastID += 1
        return lastID
    }

    func run(_ stream: StreamTransfer, id: Int) throws(CurlError) {
        try add(stream.handle.pointer, as: .stream(id))
        streams[id] = stream
    }

    func run(_ exchange: HTTPTransfer, id: Int) throws(CurlError) {
        try add(exchange.handle.pointer, as: .exchange(id))
        exchanges[id] = exchange
    }

    private func add(_ easy: UnsafeMutableRawPointer, as role: Running) throws(CurlError) {
        guard !isDown else { throw .closed }
        guard curl_multi_add_handle(thread.multi, easy) == CURLM_OK else {
            throw CurlError(.other, phase: .resolving, detail: "the multi handle takes no more")
        }
        running[UInt(bitPattern: easy)] = role
    }

    /// Ends whatever libcurl does with this handle; the connection is closed unless the transfer was complete.
    func remove(_ easy: UnsafeMutableRawPointer) {
        running[UInt(bitPattern: easy)] = nil
        guard !isDown else { return }
        curl_multi_remove_handle(thread.multi, easy)
    }

    /// One round: let libcurl work, hear what has finished, sleep until something happens, serve the streams.
    func turn() {
        if !running.isEmpty { perform() }
        if waitsAreStale { rebuildWaits() }
        poll()
        serveStreams()
    }

    func tearDown() {
        for id in Array(streams.keys) { closeStream(id) }
        for id in Array(exchanges.keys) { endExchange(id, .closed) }
        isDown = true
    }

    private func perform() {
        var count: Int32 = 0
        curl_multi_perform(thread.multi, &count)
        while let message = curl_multi_info_read(thread.multi, &count) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
            finish(easy, message.pointee.data.result)
        }
    }

    private func finish(_ easy: UnsafeMutableRawPointer, _ code: CURLcode) {
        switch running.removeValue(forKey: UInt(bitPattern: easy)) {
        case .stream(let id): streamIsReady(id, code)
        case .exchange(let id): exchangeIsOver(id, code)
        case nil: break
        }
    }

    private func rebuildWaits() {
        waitsAreStale = false
        waits.removeAll(keepingCapacity: true)
        waiting.removeAll(keepingCapacity: true)
        nearestDeadline = nil
        for (id, stream) in streams {
            guard let wait = stream.wait else { continue }
            waits.append(wait)
            waiting.append(id)
            nearestDeadline = [nearestDeadline, stream.nearestDeadline].compactMap(\.self).min()
        }
    }

    private func poll() {
        let limit = nearestDeadline.map { (ContinuousClock.now.duration(to: $0)).wholeMilliseconds } ?? 3_600_000
        curl_multi_poll(thread.multi, &waits, UInt32(waits.count), Int32(clamping: limit), nil)
    }

    private func serveStreams() {
        for (index, wait) in waits.enumerated() where wait.revents != 0 {
            serve(waiting[index], events: wait.revents)
        }
        guard let deadline = nearestDeadline, deadline <= .now else { return }
        for id in waiting { streams[id]?.expire(.now) }
        waitsAreStale = true
    }
}
