import CCurl

/// One authenticated stream as the loop sees it. Owned by `EventLoop`, so only ever touched on its thread.
final class StreamTransfer {
    let handle: EasyHandle
    private let endpoint: StreamEndpoint
    private var lines = OpeningLines()
    private var socket: curl_socket_t?
    /// Bytes that came with the end of the login, before anybody asked.
    private var early: [UInt8] = []
    /// Set once the stream is of no more use; every later call hears it.
    private var failure: CurlError?
    private(set) var opening: Opening?
    private(set) var receiver: Receiver?
    var senders: [Sender] = []

    init(_ endpoint: StreamEndpoint, _ mechanisms: LoginMechanisms) throws(CurlError) {
        self.endpoint = endpoint
        handle = try EasyHandle()
        try handle.set(CURLOPT_URL, try endpoint.url)
        try handle.set(CURLOPT_PROTOCOLS_STR, endpoint.scheme)
        try handle.set(CURLOPT_CONNECT_ONLY, 1)
        let level = endpoint.security == .startTLS ? CURLUSESSL_ALL : CURLUSESSL_NONE
        try handle.set(CURLOPT_USE_SSL, Int(level.rawValue))
        // libcurl reads the login's lines into this buffer and cuts lines longer than half of it.
        try handle.setTransport(trust: endpoint.trust, connectTimeout: endpoint.connectTimeout, bufferBytes: 8192)
        try handle.setCredentials(endpoint.credentials, mechanisms: mechanisms)
        handle.setCallback(CURLOPT_HEADERFUNCTION, CURLOPT_HEADERDATA, noteLine, owner: self)
    }

    func note(_ line: UnsafeRawBufferPointer) {
        lines.append(line)
    }

    /// Takes over the stream after libcurl has logged in, or tells why it has not.
    func settle(_ code: CURLcode, scratch: inout [UInt8]) -> CurlError? {
        guard code == CURLE_OK else { return error(code, phase: openingPhase) }
        guard let socket = handle.activeSocket else {
            return CurlError(.connectionLost, detail: "gone after the login")
        }
        self.socket = socket
        // libcurl closes idle connections that nobody has read from yet when it makes a new one.
        // A first read ties the connection to this handle.
        switch read(atMost: 1024, scratch: &scratch) {
        case .success(let bytes)? where !bytes.isEmpty: early = bytes
        case .failure(let error)?: return error
        default: break
        }
        if let opening { resolve(opening) }
        return nil
    }

    /// Waits for the stream to be ready, if it is not.
    func await(_ opening: Opening) {
        if let failure {
            opening.continuation.resume(returning: .failure(failure))
        } else if socket != nil {
            resolve(opening)
        } else {
            self.opening = opening
        }
    }

    private func resolve(_ opening: Opening) {
        self.opening = nil
        opening.continuation.resume(returning: .success(OpenedStream(id: opening.id, lines: lines.all)))
    }

    /// Waits for bytes, which are known not to be there, unless the stream has failed.
    func await(_ receiver: Receiver) {
        if let failure {
            receiver.continuation.resume(returning: .failure(failure))
        } else if self.receiver != nil {
            receiver.continuation.resume(returning: .failure(.invalid("two tasks receive from one stream")))
        } else {
            self.receiver = receiver
        }
    }

    /// nil where nothing has come yet.
    func read(atMost limit: Int, scratch: inout [UInt8]) -> Result<[UInt8], CurlError>? {
        if let failure { return .failure(failure) }
        if !early.isEmpty { return .success(takeEarly(limit)) }
        var filled = 0
        let limit = min(limit, scratch.count)
        var code = CURLE_OK
        // TLS may hold decrypted bytes that the socket does not show: read on until told that there is no more.
        while filled < limit, code == CURLE_OK {
            var count = 0
            code = scratch.withUnsafeMutableBytes { room in
                curl_easy_recv(handle.pointer, room.baseAddress?.advanced(by: filled), limit - filled, &count)
            }
            guard code == CURLE_OK, count > 0 else { break }
            filled += count
        }
        if filled > 0 || code == CURLE_OK { return .success(Array(scratch[..<filled])) }
        return code == CURLE_AGAIN ? nil : .failure(broken(code))
    }

    private func takeEarly(_ limit: Int) -> [UInt8] {
        let bytes = Array(early.prefix(limit))
        early.removeFirst(bytes.count)
        return bytes
    }

    func serveReceiver(scratch: inout [UInt8]) {
        guard let receiver, let result = read(atMost: receiver.limit, scratch: &scratch) else { return }
        resolveReceiver(result)
    }

    func resolveReceiver(_ result: Result<[UInt8], CurlError>) {
        receiver?.continuation.resume(returning: result)
        receiver = nil
    }

    /// Sends what waits to be sent, in order, as far as the socket takes it.
    func write() {
        while let sender = senders.first {
            if let failure { return failSenders(failure) }
            switch sender.push(handle.pointer) {
            case CURLE_OK: senders.removeFirst().continuation.resume(returning: .success(()))
            case CURLE_AGAIN: return
            case let code: return failSenders(broken(code))
            }
        }
    }

    private func failSenders(_ error: CurlError) {
        for sender in senders { sender.continuation.resume(returning: .failure(error)) }
        senders = []
    }

    /// A command sent by halves leaves nothing to go on with, so the stream is spent.
    func failSender(_ token: Int, _ error: CurlError) {
        guard senders.contains(where: { $0.token == token }) else { return }
        fail(error)
    }

    func fail(_ error: CurlError) {
        if failure == nil { failure = error }
        opening?.continuation.resume(returning: .failure(error))
        opening = nil
        resolveReceiver(.failure(error))
        failSenders(error)
    }

    func expire(_ now: ContinuousClock.Instant) {
        if let deadline = receiver?.deadline, deadline <= now { resolveReceiver(.failure(.timeout)) }
        if let deadline = senders.first?.deadline, deadline <= now { fail(.timeout) }
    }

    /// What the poll is to watch; nil while nobody waits, so that unread bytes stay with the sender.
    var wait: curl_waitfd? {
        var events: Int32 = 0
        if receiver != nil { events |= CURL_WAIT_POLLIN }
        if !senders.isEmpty { events |= CURL_WAIT_POLLOUT }
        guard events != 0, let socket else { return nil }
        return curl_waitfd(fd: socket, events: Int16(events), revents: 0)
    }

    var nearestDeadline: ContinuousClock.Instant? {
        [receiver?.deadline, senders.first?.deadline].compactMap(\.self).min()
    }

    private func broken(_ code: CURLcode) -> CurlError {
        let error = error(code, phase: .exchanging)
        failure = error
        return error
    }

    private func error(_ code: CURLcode, phase: CurlError.Phase) -> CurlError {
        CurlError(code: code, phase: phase, text: handle.text, lastAnswer: lines.last)
    }

    private var openingPhase: CurlError.Phase {
        handle.phase(isEncryptedFirst: endpoint.security == .implicitTLS, logsIn: true)
    }
}

private func noteLine(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ owner: UnsafeMutableRawPointer?
) -> Int {
    guard let owner else { return 0 }
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    Unmanaged<StreamTransfer>.fromOpaque(owner).takeUnretainedValue().note(line)
    return size * count
}
