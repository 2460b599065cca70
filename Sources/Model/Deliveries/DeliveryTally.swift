/// How many deliveries of a channel stand in one state.
package struct DeliveryTally: Hashable, Sendable {
    package var channel: InboxName
    package var state: Delivery.State
    package var count: Int

    package init(channel: InboxName, state: Delivery.State, count: Int) {
        self.channel = channel
        self.state = state
        self.count = count
    }
}
