/// The relay has taken the message, for at least one recipient.
package struct SMTPReceipt: Hashable, Sendable {
    /// A recipient that the relay refused, and its words.
    package struct Refusal: Hashable, Sendable {
        package let recipient: String
        package let reply: SMTPReply

        package init(recipient: String, reply: SMTPReply) {
            self.recipient = recipient
            self.reply = reply
        }
    }

    /// The answer to the final dot.
    package let reply: SMTPReply
    /// The recipients that the message does *not* go to; the others have it. One bad address must not hold up the rest, so
    /// the caller answers for these alone.
    package let refused: [Refusal]
}
