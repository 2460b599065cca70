package import Chat
package import Foundation
package import Model

extension UnpackedDelivery {
    /// Messages older than this are not answered by the program itself.
    private static let liveWindow: TimeInterval = 86_400
    private static let mostNotices = 5

    /// The messages that were found in a delivery, as they are to be taken.
    ///
    /// A delivery that contradicts another gives its messages numbers of their own, so that none is mistaken for what
    /// the other one said under the same number.
    package init(_ delivery: Delivery, items: [DeliveredItem], at: Date) {
        self.init(
            delivery: delivery.id,
            arrivals: items.compactMap { delivery.arrival(of: $0, liveSince: at.addingTimeInterval(-Self.liveWindow)) },
            receipts: items.compactMap(\.receipt),
            outcome: Self.outcome(of: items)
        )
    }

    /// `2 messages; somebody joined`. The same notice is said once, and of many different ones only some.
    private static func outcome(of items: [DeliveredItem]) -> String {
        let notices = items.compactMap(\.notice)
        let messages = items.count - notices.count
        let count = messages == 1 ? "1 message" : "\(messages) messages"
        var different: [String] = []
        for notice in notices where different.count < mostNotices && !different.contains(notice) {
            different.append(notice)
        }
        return ((messages > 0 || notices.isEmpty ? [count] : []) + different).joined(separator: "; ")
    }
}

extension DeliveredItem {
    fileprivate var notice: String? {
        switch self {
        case .message, .mail: nil
        case .receipt(let receipt) where receipt.state == .failed: "\(receipt.number): \(receipt.sentence)"
        case .receipt(let receipt): receipt.sentence
        case .notice(let text): text
        }
    }

    fileprivate var receipt: ReplyReceipt? {
        if case .receipt(let receipt) = self { receipt } else { nil }
    }
}

extension Delivery {
    fileprivate func arrival(of item: DeliveredItem, liveSince limit: Date) -> Arrival? {
        switch item {
        case .message(let message):
            let time = message.sentAt ?? receivedAt
            var arrival = arrival(message.id, message.bytes, .chat, time: time, liveSince: limit)
            arrival.sender = message.person.id
            return arrival
        case .mail(let id, let raw): return arrival(id, raw, .mail, time: receivedAt, liveSince: limit)
        case .receipt, .notice: return nil
        }
    }

    private func arrival(
        _ item: String,
        _ raw: [UInt8],
        _ form: MessageForm,
        time: Date,
        liveSince limit: Date
    ) -> Arrival {
        Arrival(
            origin: Origin(inbox: channel, item: contradicts == nil ? item : "\(item)#\(id)"),
            raw: raw,
            form: form,
            circumstance: time < limit ? .backfill : .live,
            sourceDate: time
        )
    }
}
