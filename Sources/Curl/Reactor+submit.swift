extension Reactor {
    /// How many mails one connection carries before a new one is made; servers have limits of their own.
    private static let mailsPerConnection = 100

    /// Hands `message` to `relay`. Connections are kept and reused between mails, `relay.connections` side by side.
    ///
    /// `message` is sent as it is but for line ends, which become CRLF, and dot stuffing. `willHandOver` is called when
    /// all of it is on the wire and before the final dot: from its return on, the relay may have the message, so this is the
    /// place to record that durably. If it throws, nothing is delivered. It is called at most once.
    ///
    /// Recipients that the relay refuses are listed in the receipt and do not stop the others; if all are refused, it
    /// throws. `SubmissionError.fate` says what became of the message, `isTransient` whether to try again.
    package func submit(
        _ message: [UInt8],
        envelope: SMTPEnvelope,
        to relay: SMTPRelay,
        willHandOver: @Sendable () async throws -> Void
    ) async throws(SubmissionError) -> SMTPReceipt {
        var connection: SMTPConnection?
        let result: Result<SMTPReceipt, SubmissionError>
        do throws(CurlError) {
            try envelope.validate()
            connection = try await submissions.take(relay)
        } catch {
            throw SubmissionError(.notHandedOver, error)
        }
        do throws(SubmissionError) {
            let refused = try await announce(envelope, message, relay, on: &connection)
            result = .success(try await handOver(message, refused, on: &connection, willHandOver))
        } catch {
            result = .failure(error)
        }
        await release(connection, to: relay)
        return try result.get()
    }

    /// An idle connection may die unseen; nothing has been handed over by then, so one more try on a new one is safe.
    private func announce(
        _ envelope: SMTPEnvelope,
        _ message: [UInt8],
        _ relay: SMTPRelay,
        on connection: inout SMTPConnection?
    ) async throws(SubmissionError) -> [SMTPReceipt.Refusal] {
        if var reused = connection {
            connection = nil
            if await reused.isFresh() {
                do throws(SubmissionError) {
                    defer { connection = reused }
                    return try await reused.announce(envelope, message: message)
                } catch  where error.isStaleConnection {
                    connection = nil
                }
            }
            reused.stream.close()
        }
        var fresh = try await open(relay)
        defer { connection = fresh }
        return try await fresh.announce(envelope, message: message)
    }

    private func handOver(
        _ message: [UInt8],
        _ refused: [SMTPReceipt.Refusal],
        on connection: inout SMTPConnection?,
        _ willHandOver: @Sendable () async throws -> Void
    ) async throws(SubmissionError) -> SMTPReceipt {
        guard var current = connection else { throw SubmissionError(.notHandedOver, .closed) }
        defer { connection = current }
        return try await current.handOver(message, refused: refused, willHandOver: willHandOver)
    }

    private func open(_ relay: SMTPRelay) async throws(SubmissionError) -> SMTPConnection {
        do throws(CurlError) {
            return try SMTPConnection(try await openStream(relay.endpoint), to: relay)
        } catch {
            throw SubmissionError(.notHandedOver, error)
        }
    }

    private func release(_ connection: SMTPConnection?, to relay: SMTPRelay) async {
        guard let connection, connection.isReusable, connection.mails < Self.mailsPerConnection else {
            if connection?.isReusable == true { await connection?.quit() } else { connection?.stream.close() }
            return await submissions.give(nil, to: relay)
        }
        await submissions.give(connection, to: relay)
    }
}

extension SubmissionError {
    fileprivate var isStaleConnection: Bool {
        cause.kind == .connectionLost || reply?.code == 421
    }
}
