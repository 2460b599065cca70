package import Model

/// One thing in a delivery.
package enum DeliveredItem: Hashable, Sendable {
    case message(ChatMessage)
    /// Mail that came through a webhook: an RFC 5322 message, and the number that it has within the channel: its
    /// Message-ID, which programs repeat more often than they should, and a digest of the whole.
    case mail(id: String, raw: [UInt8])
    /// What became of a message of ours.
    case receipt(ReplyReceipt)
    /// Nothing of that: somebody joining, a message of our own. In plain words.
    case notice(String)
}

/// Why a delivery cannot be taken apart, in one sentence for the person who looks at it.
package struct UnpackError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
