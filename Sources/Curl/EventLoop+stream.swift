import CCurl

/// The loop's side of authenticated byte streams.
extension EventLoop {
    /// Connects, encrypts, logs in; the lines that the server said meanwhile.
    func openStream(_ endpoint: StreamEndpoint, _ mechanisms: LoginMechanisms) async -> Result<OpenedStream, CurlError>
    {
        let id = makeID()
        let stream: StreamTransfer
        do throws(CurlError) {
            stream = try StreamTransfer(endpoint, mechanisms)
            try run(stream, id: id)
        } catch {
            return .failure(error)
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation {
                stream.await(Opening(id: id, continuation: $0))
                if Task.isCancelled { abandonOpening(id) }
            }
        } onCancel: {
            Task { await self.abandonOpening(id) }
        }
    }

    private func abandonOpening(_ id: Int) {
        guard streams[id]?.opening != nil else { return }
        endStream(id, .cancelled)
    }

    func streamIsReady(_ id: Int, _ code: CURLcode) {
        guard let stream = streams[id] else { return }
        if let error = stream.settle(code, scratch: &scratch) { endStream(id, error) }
    }

    /// The next bytes, up to `limit`; empty at a clean end.
    func receive(_ id: Int, atMost limit: Int, within: Duration?) async -> Result<[UInt8], CurlError> {
        guard let stream = streams[id] else { return .failure(.closed) }
        guard !Task.isCancelled else { return .failure(.cancelled) }
        guard stream.receiver == nil else { return .failure(.invalid("two tasks receive from one stream")) }
        if let result = stream.read(atMost: limit, scratch: &scratch) { return result }
        if within == .zero { return .failure(.timeout) }
        let token = makeID()
        return await withTaskCancellationHandler {
            await withCheckedContinuation {
                stream.await(
                    Receiver(token: token, limit: limit, deadline: within.map { .now + $0 }, continuation: $0)
                )
                waitsAreStale = true
                if Task.isCancelled { cancelReceive(id, token) }
            }
        } onCancel: {
            Task { await self.cancelReceive(id, token) }
        }
    }

    private func cancelReceive(_ id: Int, _ token: Int) {
        guard let stream = streams[id], stream.receiver?.token == token else { return }
        stream.resolveReceiver(.failure(.cancelled))
        waitsAreStale = true
    }

    /// Returns once every byte is with the kernel.
    func send(_ id: Int, _ bytes: [UInt8], within: Duration?) async -> Result<Void, CurlError> {
        guard let stream = streams[id] else { return .failure(.closed) }
        guard !Task.isCancelled else { return .failure(.cancelled) }
        let token = makeID()
        return await withTaskCancellationHandler {
            await withCheckedContinuation {
                stream.senders.append(Sender(token: token, bytes, deadline: within.map { .now + $0 }, continuation: $0))
                stream.write()
                waitsAreStale = true
                if Task.isCancelled { cancelSend(id, token) }
            }
        } onCancel: {
            Task { await self.cancelSend(id, token) }
        }
    }

    private func cancelSend(_ id: Int, _ token: Int) {
        streams[id]?.failSender(token, .cancelled)
        waitsAreStale = true
    }

    func serve(_ id: Int, events: Int16) {
        guard let stream = streams[id] else { return }
        if stream.receiver != nil { stream.serveReceiver(scratch: &scratch) }
        if !stream.senders.isEmpty { stream.write() }
        waitsAreStale = true
    }

    func closeStream(_ id: Int) {
        endStream(id, .closed)
    }

    private func endStream(_ id: Int, _ error: CurlError) {
        guard let stream = streams.removeValue(forKey: id) else { return }
        remove(stream.handle.pointer)
        stream.fail(error)
        waitsAreStale = true
    }
}
