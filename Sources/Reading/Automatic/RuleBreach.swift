/// A rule that forbids an automatic mail because of what was sent before.
package struct RuleBreach: Hashable, Sendable {
    /// `N7` or `N17`.
    package let rule: String
    package let source: String
    /// The count and its limit, in words.
    package let evidence: String
}

/// N7: nobody gets the same notice twice within the window, and no conversation gets it twice at all.
package enum RepeatRule {
    package static let window = Duration.seconds(7 * 86_400)

    /// - Parameters:
    ///   - toAddressInWindow: notices with the same handle sent to this Return-Path within `window`. The handle is the
    ///     template's name, taken before its variables are filled in (RFC 5230 §4.2).
    ///   - inConversation: notices with the same handle ever sent in this conversation.
    package static func breach(toAddressInWindow: Int, inConversation: Int) -> RuleBreach? {
        let source = "RFC 3834 §2; RFC 5230 §4.1, §4.2"
        if inConversation > 0 {
            return RuleBreach(rule: "N7", source: source, evidence: "sent in this conversation before")
        }
        guard toAddressInWindow > 0 else { return nil }
        return RuleBreach(rule: "N7", source: source, evidence: "sent to this address within 7 days")
    }
}

/// N17: the most automatic mail that may go out. A trip of the global limit stops all of it until a person looks.
package struct CircuitBreaker: Hashable, Sendable {
    package var perConversationAndDay = 1
    package var perAddressAndDay = 3
    package var perDomainAndHour = 20
    package var sameBodyPerHour = 1
    package var perMinute = 60

    package init() {}

    /// Automatic mail sent before the one in question.
    package struct Counts: Hashable, Sendable {
        package var toConversationInDay: Int
        package var toAddressInDay: Int
        package var toDomainInHour: Int
        /// To this address, with the same body once white space, numbers and names are made alike.
        package var sameBodyInHour: Int
        package var inMinute: Int

        package init(
            toConversationInDay: Int = 0,
            toAddressInDay: Int = 0,
            toDomainInHour: Int = 0,
            sameBodyInHour: Int = 0,
            inMinute: Int = 0
        ) {
            self.toConversationInDay = toConversationInDay
            self.toAddressInDay = toAddressInDay
            self.toDomainInHour = toDomainInHour
            self.sameBodyInHour = sameBodyInHour
            self.inMinute = inMinute
        }
    }

    /// The first limit that one more mail would pass; nil where it may go.
    package func breach(_ counts: Counts) -> RuleBreach? {
        let limits: [(count: Int, limit: Int, name: String)] = [
            (counts.inMinute, perMinute, "a minute"),
            (counts.toConversationInDay, perConversationAndDay, "a conversation and day"),
            (counts.toAddressInDay, perAddressAndDay, "an address and day"),
            (counts.toDomainInHour, perDomainAndHour, "a domain and hour"),
            (counts.sameBodyInHour, sameBodyPerHour, "the same text and hour"),
        ]
        guard let hit = limits.first(where: { $0.count >= $0.limit }) else { return nil }
        return RuleBreach(rule: "N17", source: "RFC 3834 §6", evidence: "\(hit.count) of \(hit.limit) for \(hit.name)")
    }
}
