/// A delivery with what was found in it.
package struct UnpackedDelivery: Hashable, Sendable {
    package var delivery: Delivery.ID
    /// The messages in it; none for a receipt and the like.
    package var arrivals: [Arrival]
    /// What it says of replies of ours.
    package var receipts: [ReplyReceipt]
    /// What was in it, in one line, such as `2 messages`; never a body.
    package var outcome: String

    package init(delivery: Delivery.ID, arrivals: [Arrival], receipts: [ReplyReceipt] = [], outcome: String) {
        self.delivery = delivery
        self.arrivals = arrivals
        self.receipts = receipts
        self.outcome = outcome
    }
}
