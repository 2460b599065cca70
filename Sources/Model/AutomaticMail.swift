package import Foundation

/// An automatic mail as the circuit breakers count it (rules N7 and N17).
package struct AutomaticMailEntry: Hashable, Sendable {
    /// Which notice: a digest of the template before variables are filled (RFC 5230 §4.2).
    package var handle: String
    /// The Return-Path it goes to, as an address key.
    package var address: String
    package var domain: String
    /// A digest of the normalised body.
    package var body: String
    package var at: Date

    package init(handle: String, address: String, domain: String, body: String, at: Date) {
        self.handle = handle
        self.address = address
        self.domain = domain
        self.body = body
        self.at = at
    }
}

/// How many automatic mails went out that count against a new one.
package struct AutomaticMailCounts: Hashable, Sendable {
    /// Same handle to the same address inside `AutomaticMailLimits.handleWindow`.
    package var sameHandle: Int
    /// In this conversation, ever.
    package var inConversation: Int
    /// In this conversation, last 24 hours.
    package var inConversationToday: Int
    /// To this address, last 24 hours.
    package var toAddressToday: Int
    /// To this domain, last hour.
    package var toDomainThisHour: Int
    /// Same body digest to this address, last hour; the digest is of the filled text.
    package var sameBodyThisHour: Int
    /// To anybody, last minute.
    package var thisMinute: Int

    package init(
        sameHandle: Int = 0,
        inConversation: Int = 0,
        inConversationToday: Int = 0,
        toAddressToday: Int = 0,
        toDomainThisHour: Int = 0,
        sameBodyThisHour: Int = 0,
        thisMinute: Int = 0
    ) {
        self.sameHandle = sameHandle
        self.inConversation = inConversation
        self.inConversationToday = inConversationToday
        self.toAddressToday = toAddressToday
        self.toDomainThisHour = toDomainThisHour
        self.sameBodyThisHour = sameBodyThisHour
        self.thisMinute = thisMinute
    }
}

/// The limits of rules N7 and N17 in `AutomaticMailCounts` terms.
package struct AutomaticMailLimits: Hashable, Sendable {
    /// Seconds in which the same notice goes to the same address once (RFC 3834 §2, RFC 5230 §4.1). Default 7 days.
    package var handleWindow: TimeInterval
    package var perAddressPerDay: Int
    package var perDomainPerHour: Int
    package var perMinute: Int

    package init(
        handleWindow: TimeInterval = 7 * 86_400,
        perAddressPerDay: Int = 3,
        perDomainPerHour: Int = 20,
        perMinute: Int = 30
    ) {
        self.handleWindow = handleWindow
        self.perAddressPerDay = perAddressPerDay
        self.perDomainPerHour = perDomainPerHour
        self.perMinute = perMinute
    }

    /// The rule that one more mail would break, with the count that decided; nil where it may go.
    package func breach(by counts: AutomaticMailCounts) -> (rule: String, evidence: String)? {
        if counts.sameHandle > 0 { return ("N7", "the same notice went to this address before") }
        if counts.inConversation > 0 { return ("N7", "this conversation was acknowledged before") }
        if counts.inConversationToday > 0 { return ("N17", "one automatic mail in this conversation in 24 hours") }
        if counts.sameBodyThisHour > 0 { return ("N17", "the same text went to this address within an hour") }
        if counts.toAddressToday >= perAddressPerDay {
            return ("N17", "\(counts.toAddressToday) automatic mails to this address in 24 hours")
        }
        if counts.toDomainThisHour >= perDomainPerHour {
            return ("N17", "\(counts.toDomainThisHour) automatic mails to this domain in an hour")
        }
        if counts.thisMinute >= perMinute { return ("N17", "\(counts.thisMinute) automatic mails in a minute") }
        return nil
    }
}
