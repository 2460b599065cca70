/// How long one message of a provider may be, in the provider's own unit.
package struct PartLimit: Hashable, Sendable {
    package enum Unit: Hashable, Sendable {
        /// UTF-16 code units: what Telegram counts, and for SMS what a message in UCS-2 is made of.
        case utf16
        /// Unicode scalars.
        case scalars
        /// UTF-16 code units once `&`, `<` and `>` are written as Slack wants them.
        case slackEscaped
    }

    /// At least 16, so that every character finds room, or can be cut into scalars that do.
    package let most: Int
    package let unit: Unit

    package init(most: Int, unit: Unit) {
        self.most = max(most, 16)
        self.unit = unit
    }

    /// What a text comes to.
    package func length(of text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + length(of: $1) }
    }

    func length(of letter: Character) -> Int {
        letter.unicodeScalars.reduce(0) { $0 + length(of: $1) }
    }

    func length(of scalar: Unicode.Scalar) -> Int {
        switch unit {
        case .scalars: 1
        case .utf16: UTF16.width(scalar)
        case .slackEscaped: SlackEscaping.length(of: scalar)
        }
    }
}
