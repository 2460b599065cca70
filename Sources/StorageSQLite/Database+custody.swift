import GRDB
import Model

extension Database {
    /// The sums of the law of custody, each from its own rows: `taken` is counted by the history, the rest by the
    /// messages, so that the two sides can disagree if something is broken.
    func custody() throws -> Custody {
        let merged = try count(.merged)
        return Custody(
            taken: try Int(number("SELECT count(*) FROM history WHERE event = 'taken'") ?? 0) - merged,
            open: try count(.stored) + count(.open),
            answered: try count(.answered),
            parked: try count(.parked),
            duplicated: try Int(number(Self.originsWithTwoMessages) ?? 0),
            oldestUnowned: try row(Self.oldestUnread)?.optionalDate("taken_at"),
            waitingDeliveries: try Int(number(Self.waitingDeliveryCount) ?? 0),
            oldestDelivery: try row(Self.oldestWaiting)?.optionalDate("received_at")
        )
    }

    private func count(_ state: MessageState) throws -> Int {
        try Int(number("SELECT count(*) FROM message WHERE state = ?", [state.rawValue]) ?? 0)
    }

    private static let originsWithTwoMessages = """
        SELECT count(*) FROM (
            SELECT 1 FROM arrival GROUP BY inbox, mailbox, validity, item HAVING count(DISTINCT message) > 1
        )
        """

    static let waitingDeliveryCount = "SELECT count(*) FROM delivery WHERE state = 'received'"

    static let oldestWaiting = "SELECT min(received_at) AS received_at FROM delivery WHERE state = 'received'"

    func deliverySums() throws -> DeliverySums {
        var counts: [Delivery.State: Int] = [:]
        for tally in try deliveryTallies() { counts[tally.state, default: 0] += tally.count }
        return DeliverySums(
            accepted: try Int(number(Self.acceptedDeliveries) ?? 0),
            unpacked: counts[.unpacked] ?? 0,
            parked: counts[.parked] ?? 0,
            waiting: counts[.received] ?? 0,
            oldestWaiting: try row(Self.oldestWaiting)?.optionalDate("received_at")
        )
    }

    static let acceptedDeliveries =
        "SELECT count(*) FROM history WHERE delivery IS NOT NULL AND event = 'delivered'"

    static let oldestUnread = """
        SELECT min(taken_at) AS taken_at FROM (
            SELECT min(taken_at) AS taken_at FROM message WHERE unread = 1 AND \(canWait) = 0
            UNION ALL SELECT min(taken_at) FROM message WHERE unread = 1 AND \(canWait) = 1
        )
        """
}
