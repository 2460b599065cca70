package import Model

/// A visitor of a site who writes in its chat widget: a random number that their browser keeps, and the proof that we
/// made it. Nothing is stored of a session in which nothing was said.
package struct WidgetSession: Hashable, Sendable {
    /// What the visitor is in the channel: 128 random bits in hexadecimal, and nothing about who they are.
    package var person: ChatAddress
    /// What the browser presents: the number and a MAC over it and the channel. It does not expire: whoever comes back
    /// finds the answer.
    package var token: String
}

extension MessageToken {
    /// - Parameter random: 16 random octets.
    package func widgetSession(in channel: InboxName, random: [UInt8]) -> WidgetSession {
        let number = random.hexadecimal
        return WidgetSession(
            person: ChatAddress(channel: channel, person: number),
            token: "\(number).\(mac(of: Self.widget, "\(channel)/\(number)"))"
        )
    }

    /// The session of that channel that a token stands for; nil where we did not make it.
    package func widgetSession(in channel: InboxName, presented token: String) -> WidgetSession? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, isMAC(parts[1], of: Self.widget, "\(channel)/\(parts[0])") else { return nil }
        return WidgetSession(person: ChatAddress(channel: channel, person: String(parts[0])), token: token)
    }

    private static let widget = "widget"
}
