/// Everything an operator sets in `config/wavelength.yaml`, as values.
package struct Settings: Hashable, Sendable {
    package var desk: DeskSettings
    package var inboxes: [InboxSettings]
    package var automaticMail: AutomaticMailLimits
    /// How the shop's order numbers look, as masks such as `WL-#{5}`; empty for what most shops have.
    package var orderIDMasks: [String]

    package init(
        desk: DeskSettings = DeskSettings(),
        inboxes: [InboxSettings],
        automaticMail: AutomaticMailLimits = AutomaticMailLimits(),
        orderIDMasks: [String] = []
    ) {
        self.desk = desk
        self.inboxes = inboxes
        self.automaticMail = automaticMail
        self.orderIDMasks = orderIDMasks
    }

    /// Every address and alias of every inbox, as address keys (rules N6 and N9).
    package var ownAddresses: Set<String> {
        Set(inboxes.flatMap { $0.inbox.addresses + $0.inbox.aliases }.map { $0.lowercased() })
    }
}

/// Where the desk is served.
package struct DeskSettings: Hashable, Sendable {
    package var host: String
    package var port: Int
    /// The address that people open, where a proxy stands in front; nil for `http://host:port`.
    package var publicURL: String?
    /// Machines that are believed when they say for whom they ask (`X-Forwarded-For`), besides this one.
    package var proxies: [NetworkRange]

    package init(
        host: String = "127.0.0.1",
        port: Int = 8025,
        publicURL: String? = nil,
        proxies: [NetworkRange] = []
    ) {
        self.host = host
        self.port = port
        self.publicURL = publicURL
        self.proxies = proxies
    }

    /// What stands before a path in an address that others call, without a slash at its end.
    package var outsideURL: String {
        let url = publicURL ?? "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        return url.hasSuffix("/") ? String(url.dropLast()) : url
    }

    /// Where the page of an inbox's chat widget is; the script that a site embeds is there with `.js` behind it.
    package func widgetURL(of inbox: InboxName) -> String {
        "\(outsideURL)/widget/\(inbox)"
    }
}
