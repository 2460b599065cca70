package import Foundation

/// The chat page that a site embeds.
package struct WidgetChannel: Hashable, Sendable {
    /// The origins of the sites that may embed it, such as `https://shop.example`.
    package var origins: [String]
    /// What stands at its head.
    package var title: String
    package var limits: WidgetLimits

    package init(origins: [String], title: String, limits: WidgetLimits = WidgetLimits()) {
        self.origins = origins
        self.title = title
        self.limits = limits
    }
}

/// How much visitors of a widget may do: each by themselves, and all that come from one network address, behind which may
/// be many (an IPv4 address, or an IPv6 network of 64 bits).
package struct WidgetLimits: Hashable, Sendable {
    /// So many at once, then one more each `interval` seconds.
    package struct Rate: Hashable, Sendable {
        package var atOnce: Int
        package var interval: TimeInterval

        package init(_ atOnce: Int, every interval: TimeInterval) {
            self.atOnce = atOnce
            self.interval = interval
        }
    }

    /// Messages of one visitor. Default 10, then one every 6 s.
    package var messages: Rate
    /// Messages from one network. Default 60, then one a second.
    package var networkMessages: Rate
    /// New visitors from one network. Default 30, then one every 20 s.
    package var networkVisitors: Rate
    /// Looks for answers of one visitor, most of which are held for 25 s. Default 30, then one every 2 s.
    package var looks: Rate
    /// Looks from one network, those of pages without a visitor included. Default 600, then ten a second.
    package var networkLooks: Rate
    /// Mail addresses that one visitor leaves or takes back. Default 5, then one a minute.
    package var addresses: Rate
    /// The same from one network. Default 10, then one a minute.
    package var networkAddresses: Rate

    package init(
        messages: Rate = Rate(10, every: 6),
        networkMessages: Rate = Rate(60, every: 1),
        networkVisitors: Rate = Rate(30, every: 20),
        looks: Rate = Rate(30, every: 2),
        networkLooks: Rate = Rate(600, every: 0.1),
        addresses: Rate = Rate(5, every: 60),
        networkAddresses: Rate = Rate(10, every: 60)
    ) {
        self.messages = messages
        self.networkMessages = networkMessages
        self.networkVisitors = networkVisitors
        self.looks = looks
        self.networkLooks = networkLooks
        self.addresses = addresses
        self.networkAddresses = networkAddresses
    }
}
