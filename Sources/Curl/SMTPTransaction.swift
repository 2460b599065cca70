/// The commands that announce a mail, MAIL to DATA, and what the answers to them add up to. In one batch where the server
/// has PIPELINING (RFC 2920), so that announcing costs one round trip.
struct SMTPTransaction {
    enum Action: Sendable {
        case send([UInt8])
        case wait
        case done(Outcome)
    }

    struct Outcome: Sendable {
        /// Every command has had its answer, and the connection stays.
        let isInStep: Bool
        /// The recipients that were refused, if the server now waits for the message.
        let refusals: Result<[SMTPReceipt.Refusal], SubmissionError>
    }

    private enum Step {
        case reset
        case mail(String)
        case recipient(String)
        case data
    }

    private let steps: [Step]
    private let isPipelined: Bool
    /// What follows the address of RCPT, after a space.
    private let recipientParameters: String
    private var answered = 0
    private var accepted = 0
    private var refused: [SMTPReceipt.Refusal] = []
    private var mailRefusal: SMTPReply?

    init(
        _ envelope: SMTPEnvelope,
        _ message: [UInt8],
        _ capabilities: SMTPCapabilities,
        afterReset: Bool
    ) throws(CurlError) {
        try envelope.validate()
        if envelope.isInternational, !capabilities.hasSMTPUTF8 {
            throw CurlError(.invalidRequest, detail: "the relay takes no addresses outside ASCII (SMTPUTF8)")
        }
        var mail = "MAIL FROM:<\(envelope.sender)>"
        if capabilities.hasSize { mail += " SIZE=\(message.count)" }
        if capabilities.has8BitMIME, message.contains(where: { $0 >= 0x80 }) { mail += " BODY=8BITMIME" }
        if envelope.isInternational { mail += " SMTPUTF8" }
        let opening: [Step] = afterReset ? [.reset, .mail(mail)] : [.mail(mail)]
        steps = opening + envelope.recipients.map(Step.recipient) + [.data]
        isPipelined = capabilities.hasPipelining
        recipientParameters = capabilities.hasDSN && !envelope.wantsReports ? " NOTIFY=NEVER" : ""
    }

    func start() -> [UInt8] {
        (isPipelined ? steps[...] : steps.prefix(1)).flatMap { command($0) }
    }

    mutating func take(_ reply: SMTPReply) -> Action {
        let step = steps[answered]
        answered += 1
        if reply.code == 421 { return refusal(reply, isInStep: false) }
        switch step {
        case .reset where !reply.isPositive: return refusal(reply, isInStep: false)
        case .mail where !reply.isPositive: mailRefusal = reply
        case .recipient(let address): note(reply, for: address)
        case .data: return decide(reply)
        case .reset, .mail: break
        }
        return isPipelined ? .wait : next()
    }

    private mutating func note(_ reply: SMTPReply, for recipient: String) {
        if reply.isPositive { accepted += 1 } else { refused.append(.init(recipient: recipient, reply: reply)) }
    }

    /// Without pipelining there is no point in asking further once the answer is clear.
    private func next() -> Action {
        if let mailRefusal { return refusal(mailRefusal, isInStep: true) }
        if case .data = steps[answered], accepted == 0 { return allRefused(isInStep: true) }
        return .send(command(steps[answered]))
    }

    private func decide(_ reply: SMTPReply) -> Action {
        // 354 with nobody to deliver to: the server waits for a message that is not sent.
        let isInStep = reply.code != 354
        if let mailRefusal { return refusal(mailRefusal, isInStep: isInStep) }
        if accepted == 0 { return allRefused(isInStep: isInStep) }
        guard reply.code == 354 else { return refusal(reply, isInStep: reply.code >= 400) }
        return .done(Outcome(isInStep: true, refusals: .success(refused)))
    }

    private func allRefused(isInStep: Bool) -> Action {
        guard let decisive = refused.first(where: { $0.reply.isTransient }) ?? refused.last else { return .wait }
        return refusal(decisive.reply, isInStep: isInStep)
    }

    private func refusal(_ reply: SMTPReply, isInStep: Bool) -> Action {
        let cause = CurlError(.refused, detail: "refused before the message", lastAnswer: reply.description)
        let error = SubmissionError(.notHandedOver, cause, reply: reply, refused: refused)
        return .done(Outcome(isInStep: isInStep, refusals: .failure(error)))
    }

    private func command(_ step: Step) -> [UInt8] {
        let line =
            switch step {
            case .reset: "RSET"
            case .mail(let command): command
            case .recipient(let address): "RCPT TO:<\(address)>\(recipientParameters)"
            case .data: "DATA"
            }
        return Array("\(line)\r\n".utf8)
    }
}
