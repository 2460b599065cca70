package import Foundation

/// How one try to hand a mail to its relay, or a reply to its channel, ended.
package enum DeliveryOutcome: Hashable, Sendable {
    /// The server took it.
    case accepted(answer: String)
    /// Nobody has it, or only the parts that are known to have arrived; trying again can help.
    ///
    /// `retryAfter`: seconds before which the server does not want to be asked again; nil where it does not say.
    case deferred(answer: String, retryAfter: TimeInterval? = nil)
    /// Nobody has it, and trying again cannot help.
    case refused(answer: String)
    /// The connection ended after the final dot without an answer.
    case unknown(answer: String)
}
