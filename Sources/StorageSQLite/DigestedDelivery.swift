import Crypto
import Foundation
import Model

/// A delivery on its way in, with the SHA-256 of its body and its columns made.
struct DigestedDelivery: Sendable {
    var delivery: NewDelivery
    var sha256: Data
    var fields: String

    init(_ delivery: NewDelivery) throws {
        self.delivery = delivery
        sha256 = Data(SHA256.hash(data: delivery.request.body))
        fields = try JSONColumn.encode(delivery.request.fields)
    }
}

/// What was found in a delivery, with the digests of its messages.
struct DigestedUnpacking: Sendable {
    var delivery: Delivery.ID
    var arrivals: [DigestedArrival]
    var receipts: [ReplyReceipt]
    var outcome: String

    init(_ unpacked: UnpackedDelivery) {
        delivery = unpacked.delivery
        arrivals = unpacked.arrivals.map(DigestedArrival.init)
        receipts = unpacked.receipts
        outcome = unpacked.outcome
    }
}
