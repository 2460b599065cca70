/// A logged-in connection to a relay and where its conversation stands.
///
/// The commands are ours and not libcurl's: libcurl waits for the answer to the final dot in a blocking loop, which on
/// one thread would hold up every other transfer for as long as a relay scans a message; it does not pipeline either.
struct SMTPConnection: Sendable {
    let stream: ByteStream
    let capabilities: SMTPCapabilities
    private let relay: SMTPRelay
    private var replies = SMTPReplyReader()
    /// A refused mail leaves the server inside a transaction.
    private var needsReset = false
    /// Whether the conversation is in step, so that another mail may follow.
    private(set) var isReusable = true
    private(set) var mails = 0

    init(_ stream: ByteStream, to relay: SMTPRelay) throws(CurlError) {
        self.stream = stream
        self.relay = relay
        capabilities = SMTPCapabilities(lines: stream.openingLines)
        // libcurl goes on without a login if the server offers none. Mail that should have been authenticated is not
        // sent in another way.
        if relay.endpoint.credentials != .none, !capabilities.isLoggedIn {
            throw CurlError(
                .authentication,
                phase: .loggingIn,
                detail: "the server offers no login",
                lastAnswer: stream.openingLines.last
            )
        }
    }

    /// Says goodbye without waiting for an answer.
    func quit() async {
        if isReusable { try? await stream.send(Array("QUIT\r\n".utf8), within: .seconds(5)) }
        stream.close()
    }

    /// Announces the mail; the recipients that were refused. Returns with the server waiting for the message.
    mutating func announce(
        _ envelope: SMTPEnvelope,
        message: [UInt8]
    ) async throws(SubmissionError) -> [SMTPReceipt.Refusal] {
        mails += 1
        isReusable = false
        let outcome: SMTPTransaction.Outcome
        do throws(CurlError) {
            outcome = try await run(SMTPTransaction(envelope, message, capabilities, afterReset: needsReset))
        } catch {
            throw SubmissionError(.notHandedOver, error)
        }
        needsReset = true
        isReusable = outcome.isInStep
        return try outcome.refusals.get()
    }

    private mutating func run(_ transaction: SMTPTransaction) async throws(CurlError) -> SMTPTransaction.Outcome {
        var transaction = transaction
        try await send(transaction.start())
        while true {
            switch transaction.take(try await reply(within: relay.answerLimit)) {
            case .send(let command): try await send(command)
            case .wait: continue
            case .done(let outcome): return outcome
            }
        }
    }

    /// Sends the message, lets the caller record that it is about to be handed over, and only then sends the dot that
    /// hands it over.
    mutating func handOver(
        _ message: [UInt8],
        refused: [SMTPReceipt.Refusal],
        willHandOver: @Sendable () async throws -> Void
    ) async throws(SubmissionError) -> SMTPReceipt {
        isReusable = false
        do throws(CurlError) {
            try await send(SMTPData.encode(message))
        } catch {
            throw await beforeDot(error)
        }
        if let answer = await interruption() { throw answer }
        do {
            try await willHandOver()
        } catch {
            let cause = CurlError(.cancelled, detail: "the caller stopped the hand-over")
            throw SubmissionError(.notHandedOver, cause, handOverError: error)
        }
        if Task.isCancelled { throw SubmissionError(.notHandedOver, .cancelled) }
        if let answer = await interruption() { throw answer }
        return SMTPReceipt(reply: try await verdict(), refused: refused)
    }

    private mutating func verdict() async throws(SubmissionError) -> SMTPReply {
        let reply: SMTPReply
        do throws(CurlError) {
            try await send(SMTPData.end)
            reply = try await self.reply(within: relay.verdictLimit)
        } catch {
            throw SubmissionError(.uncertain, error)
        }
        isReusable = replies.isClean && reply.code != 421
        needsReset = false
        if reply.isPositive { return reply }
        let isRefusal = reply.code >= 400
        let kind = isRefusal ? CurlError.Kind.refused : .malformedAnswer
        let cause = CurlError(kind, detail: "the message was not taken", lastAnswer: reply.description)
        throw SubmissionError(isRefusal ? .refused : .uncertain, cause, reply: reply)
    }

    /// Whether the server has said nothing since the last mail; a goodbye and the end of the connection both show.
    func isFresh() async -> Bool {
        var copy = self
        return await copy.interruption() == nil
    }

    /// What the server says though it is not its turn: always that it will not take the message.
    private mutating func interruption() async -> SubmissionError? {
        do throws(CurlError) {
            let reply = try await reply(within: .zero)
            let cause = CurlError(.refused, detail: "refused in the middle", lastAnswer: reply.description)
            return SubmissionError(.notHandedOver, cause, reply: reply)
        } catch {
            return error.kind == .timeout ? nil : SubmissionError(.notHandedOver, error)
        }
    }

    /// A server that closes while the message comes has mostly said why.
    private mutating func beforeDot(_ error: CurlError) async -> SubmissionError {
        guard error.kind == .connectionLost, let answer = await interruption(), answer.reply != nil else {
            return SubmissionError(.notHandedOver, error)
        }
        return answer
    }

    private func send(_ bytes: [UInt8]) async throws(CurlError) {
        try await stream.send(bytes, within: relay.answerLimit)
    }

    private mutating func reply(within limit: Duration) async throws(CurlError) -> SMTPReply {
        while true {
            if let reply = try replies.next() { return reply }
            let bytes = try await stream.receive(atMost: 4096, within: limit)
            guard !bytes.isEmpty else {
                throw CurlError(.connectionLost, detail: "the server hung up", lastAnswer: replies.lastLine)
            }
            replies.append(bytes)
        }
    }
}
