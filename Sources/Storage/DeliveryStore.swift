package import Foundation
package import Model

/// What channels were handed: kept as it came before anything looks inside, then taken apart into messages.
///
/// Nothing deletes a delivery, so the numbers of senders are known for ever, longer than any of them tries again.
package protocol DeliveryStore: Sendable {
    /// Makes verified deliveries durable and then moves the cursor, in one transaction. Returns one answer for each, in
    /// order.
    ///
    /// What `DeliveryIdentity` says decides, within the channel. `bytes`: the same SHA-256 of the body is known. `key`:
    /// the same key with the same bytes is known, with other bytes it is a new delivery that contradicts the first one.
    /// `nonce`: with other bytes it is forged, and nothing of it is kept. Of what is known nothing is written.
    /// `cursor` may be given alone.
    func accept(
        _ deliveries: [NewDelivery],
        advancing cursor: ChannelCursor?,
        at: Date
    ) async throws -> [DeliveryAcceptance]

    /// How far a polled channel has been read; nil before the first poll.
    func channelCursor(of inbox: InboxName) async throws -> ChannelCursor?

    /// Hands out deliveries that were not taken apart yet, oldest first, and counts the attempt durably beforehand, as
    /// `ReadingStore.claimUnread` does with messages: at most `limit` and 16 MB at once, one whose earlier attempt did not
    /// end alone, and one with `attempts` of them is parked in the same transaction and not handed out.
    ///
    /// Meant for one worker. Two at once may take the same delivery apart; its messages are taken once all the same.
    func claimDeliveries(limit: Int, attempts: Int, at: Date) async throws -> [Delivery]

    /// Takes back what `claimDeliveries` handed out and what was not tried: the attempt does not count. What was taken
    /// apart or parked meanwhile stays as it is.
    func giveBackDeliveries(_ deliveries: [Delivery.ID]) async throws

    /// Takes the messages of deliveries into custody, as `TakingStore.take` does, and marks the deliveries as unpacked, in
    /// one transaction. Each message leads back to every delivery that it came in (`deliveries(behind:)`).
    ///
    /// Receipts find the reply by the provider's number of a part, else by our name for it, which then gets that number.
    /// One of a failure makes the reply `failed`, whatever it was taken for: the draft comes back as by
    /// `OutboxStore.markFailed`, with the sentence as its note, and the history says `bounced`. It waits for the end of a
    /// try that is under way, and counts for nothing where the part is known to have arrived. An uncertain reply whose
    /// parts are all named by receipts is sent. A receipt for no reply of ours is not looked at, a failure only once the
    /// number is known; receipts may come twice and in any order.
    ///
    /// A delivery may be unpacked again, such as after a correction of its channel's settings: only what is new in it is
    /// taken. If it was parked, the parked message from now on counts as the first message that was found in it; where none
    /// was found it stays parked. Returns one list for each delivery, one entry for each arrival. Throws `notFound`.
    func unpack(_ deliveries: [UnpackedDelivery], at: Date) async throws -> [[Taken]]

    /// Takes a delivery as a whole, its body as a parked message of the form `delivery`, which no reader gets. Returns that
    /// message. Throws `notFound`, and `illegal` where the delivery was unpacked or parked before.
    func parkDelivery(_ id: Delivery.ID, reason: ParkReason, at: Date) async throws -> Message.ID

    /// One delivery with its body; nil where there is none.
    func delivery(_ id: Delivery.ID) async throws -> Delivery?

    /// The newest deliveries of a channel, newest first, without their bodies; with `state`, those in it.
    func deliveries(of channel: InboxName, in state: Delivery.State?, limit: Int) async throws -> [Delivery]

    /// The deliveries that a message came in, oldest first; those of messages that count as it are among them.
    func deliveries(behind message: Message.ID) async throws -> [Delivery.ID]

    /// Everything that happened to a delivery, oldest first.
    func history(of delivery: Delivery.ID) async throws -> [HistoryEntry]

    /// How many deliveries there are, by channel and state; those that are 0 are left out.
    func deliveryTallies() async throws -> [DeliveryTally]

    /// The sums of the law of custody for the deliveries of all channels, of one moment.
    func deliverySums() async throws -> DeliverySums

    /// How many deliveries of a channel came under the number of another one with other bytes.
    func contradictions(in channel: InboxName) async throws -> Int
}
