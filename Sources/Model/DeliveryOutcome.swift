/// How one try to hand a mail to its relay ended.
package enum DeliveryOutcome: Hashable, Sendable {
    /// The server took it.
    case accepted(answer: String)
    /// Nobody has it; trying again can help.
    case deferred(answer: String)
    /// Nobody has it, and trying again cannot help.
    case refused(answer: String)
    /// The connection ended after the final dot without an answer.
    case unknown(answer: String)
}
