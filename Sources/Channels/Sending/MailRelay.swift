package import Curl
package import Model

/// Hands composed mail to an inbox's relay.
package struct MailRelay: Sendable {
    private let reactor: Reactor
    private let server: MailServer
    private let logins: Logins
    private let clientName: String?

    /// - Parameter clientName: what EHLO says; nil for the name of the machine.
    package init(reactor: Reactor, server: MailServer, logins: Logins, clientName: String? = nil) {
        self.reactor = reactor
        self.server = server
        self.logins = logins
        self.clientName = clientName
    }

    /// One try. `willHandOver` is called before the final dot; if it throws, nobody has the mail.
    ///
    /// - Parameter wantsReports: false for automatic mail, about whose delivery nobody is to be told.
    package func deliver(
        _ mail: ComposedMail,
        wantsReports: Bool = true,
        willHandOver: @Sendable () async throws -> Void
    ) async -> DeliveryOutcome {
        let relay: SMTPRelay
        do {
            relay = try await smtpRelay()
        } catch {
            // A missing secret or refused token is mended by a person, and the mail is still good: keep trying.
            return .deferred(answer: (error as? ChannelError)?.sentence ?? "\(error)")
        }
        do {
            let envelope = SMTPEnvelope(
                sender: mail.reversePath,
                recipients: mail.forwardPaths,
                wantsReports: wantsReports
            )
            let receipt = try await reactor.submit(mail.raw, envelope: envelope, to: relay, willHandOver: willHandOver)
            return .accepted(answer: answer(of: receipt))
        } catch {
            if error.cause.kind == .authentication { await logins.refused(server.login) }
            return outcome(of: error)
        }
    }

    /// Connects and logs in; the error says what is wrong.
    package func probe() async throws -> String {
        do {
            let stream = try await reactor.openStream(try await smtpRelay().endpoint)
            stream.close()
            return "SMTP \(address), \(server.security.rawValue)"
        } catch let error as CurlError {
            throw ChannelError(error, from: address, user: server.login.user)
        }
    }

    private var address: String { "\(server.host):\(server.port)" }

    private func smtpRelay() async throws -> SMTPRelay {
        SMTPRelay(
            host: server.host,
            port: server.port,
            security: server.security.connection,
            credentials: try await logins.credentials(for: server.login),
            trust: server.trust.tls,
            clientName: clientName
        )
    }

    private func answer(of receipt: SMTPReceipt) -> String {
        let refused = receipt.refused.map { "; not to \($0.recipient): \($0.reply)" }
        return "\(receipt.reply)\(refused.joined())"
    }

    private func outcome(of error: SubmissionError) -> DeliveryOutcome {
        let answer = answer(of: error)
        if error.fate == .uncertain { return .unknown(answer: answer) }
        // A refused login, a bad certificate or a record that could not be kept says nothing against the mail.
        let isAboutTheMail = error.reply != nil || !error.refused.isEmpty || error.cause.kind == .invalidRequest
        return error.isTransient || !isAboutTheMail ? .deferred(answer: answer) : .refused(answer: answer)
    }

    private func answer(of error: SubmissionError) -> String {
        if let error = error.handOverError { return "It could not be recorded that the mail was to go: \(error)" }
        if let reply = error.reply ?? error.refused.first?.reply { return reply.description }
        if error.cause.kind == .invalidRequest { return "The mail cannot be sent as it is: \(error.cause.detail)" }
        return ChannelError(error.cause, from: address, user: server.login.user).sentence
    }
}
