package import Model

// Chat is in charge of the formats of chats and webhooks: who signed a delivery, what messages are in it, how a reply is
// written for a provider, and what its answer means. It decides from values alone: keys, times and bytes are passed in.

/// What is to be done with a request at one of our webhooks.
package enum WebhookVerdict: Hashable, Sendable {
    /// It is the sender's: to be answered with `answer` once it is durable.
    case take(DeliveryIdentity, answer: WebhookAnswer)
    /// Nothing is in it but a question to us, such as a handshake.
    case answer(WebhookAnswer)
    /// Nothing is kept. The reason is for the operator's counter and log, never for the sender.
    case refuse(WebhookRefusal, answer: WebhookAnswer)
}

/// Why a request at a webhook was refused. The words are labels of a metric.
package enum WebhookRefusal: String, Hashable, Sendable, CaseIterable {
    case noSignature = "no-signature"
    case badSignature = "bad-signature"
    /// The signed time is too far from ours.
    case staleTime = "stale-time"
    case malformed
    case oversized
    /// The sender did not get its request out in time.
    case slow
    /// The request ended before it was whole.
    case cut = "cut-short"
    /// We have no key to verify it with, which is our fault.
    case noKey = "no-key"
    /// A one-time token came again with other bytes.
    case replayed
    case wrongMethod = "wrong-method"
}

/// An HTTP answer to the sender of a webhook.
package struct WebhookAnswer: Hashable, Sendable {
    package var status: Int
    package var fields: [HeaderField]
    package var body: String

    package init(_ status: Int, fields: [HeaderField] = [], body: String = "") {
        self.status = status
        self.fields = fields
        self.body = body
    }
}
