import CCurl

/// The loop's side of HTTP exchanges.
extension EventLoop {
    func beginExchange(_ request: HTTPRequest) -> Result<Int, CurlError> {
        let id = makeID()
        do throws(CurlError) {
            try run(HTTPTransfer(request), id: id)
            return .success(id)
        } catch {
            return .failure(error)
        }
    }

    func head(_ id: Int) async -> Result<HTTPHead, CurlError> {
        guard let exchange = exchanges[id] else { return .failure(.closed) }
        if let result = exchange.headResult { return result }
        return await withTaskCancellationHandler {
            await withCheckedContinuation {
                exchange.awaitHead($0)
                if Task.isCancelled { endExchange(id, .cancelled) }
            }
        } onCancel: {
            Task { await self.endExchange(id, .cancelled) }
        }
    }

    /// nil at the end of the body.
    func nextChunk(_ id: Int) async -> Result<[UInt8]?, CurlError> {
        guard let exchange = exchanges[id] else { return .failure(.closed) }
        if let result = exchange.takeChunk() {
            _ = exchange.resume()
            return result
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation {
                exchange.awaitChunk($0)
                if Task.isCancelled { endExchange(id, .cancelled) }
            }
        } onCancel: {
            Task { await self.endExchange(id, .cancelled) }
        }
    }

    func exchangeIsOver(_ id: Int, _ code: CURLcode) {
        guard let exchange = exchanges[id] else { return }
        exchange.settle(code)
        remove(exchange.handle.pointer)
    }

    func endExchange(_ id: Int, _ error: CurlError) {
        guard let exchange = exchanges.removeValue(forKey: id) else { return }
        remove(exchange.handle.pointer)
        exchange.settle(.failure(error))
    }
}
