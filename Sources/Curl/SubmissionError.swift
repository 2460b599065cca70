/// Why a submission did not end in a receipt, and what became of the message.
package struct SubmissionError: Error, Sendable, CustomStringConvertible {
    /// What is known about the message. The border is the final dot: before it, no server may take the message.
    package enum Fate: Hashable, Sendable {
        /// The dot was never sent: nobody has the message.
        case notHandedOver
        /// The dot was sent and the relay said no: it does not have the message.
        case refused
        /// The dot was sent, or may have been, and no answer came: the relay may or may not have the message. Sending it
        /// again may double it.
        case uncertain
    }

    package let fate: Fate
    package let cause: CurlError
    /// The answer that decided, if one did.
    package let reply: SMTPReply?
    /// The recipients that were refused by then.
    package let refused: [SMTPReceipt.Refusal]
    /// What `willHandOver` threw, if it did.
    package let handOverError: (any Error)?

    init(
        _ fate: Fate,
        _ cause: CurlError,
        reply: SMTPReply? = nil,
        refused: [SMTPReceipt.Refusal] = [],
        handOverError: (any Error)? = nil
    ) {
        self.fate = fate
        self.cause = cause
        self.reply = reply
        self.refused = refused
        self.handOverError = handOverError
    }

    /// Whether the same submission may be tried again later, without risk of doubling and with a chance. Where every
    /// recipient was refused, one that was put off (4yz) is enough.
    package var isTransient: Bool {
        switch fate {
        case .uncertain: false
        case .notHandedOver, .refused:
            reply.map(\.isTransient) ?? cause.isTransient || refused.contains { $0.reply.isTransient }
        }
    }

    package var description: String { "\(fate): \(cause)" }
}
