package import Foundation

/// Something that an operator has to know of while it lasts.
package struct Alert: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, Codable {
        /// An inbox has not been reached for longer than its limit.
        case inboxUnreached = "inbox-unreached"
        /// Mail cannot be handed to the relay.
        case relayUnreached = "relay-unreached"
        /// The circuit breakers stopped automatic mail (rule N17).
        case automaticMailStopped = "automatic-mail-stopped"
        /// A changed file cannot be used; the last good version stays in force.
        case configurationBroken = "configuration-broken"
        /// A promise to a customer broke, or is about to, and no draft could be queued.
        case promiseAtRisk = "promise-at-risk"
        /// The last day of a limit has passed, and nobody said whether it ended.
        case limitExpired = "limit-expired"
        /// A lookup does not answer.
        case lookupUnreached = "lookup-unreached"
        /// A provider says that it has messages for us, or had, that are not here.
        case deliveriesMissing = "deliveries-missing"
    }

    package var kind: Kind
    /// What it is about: an inbox's name, a file.
    package var subject: String
    /// One sentence: what is wrong, and what would fix it.
    package var text: String
    package var since: Date

    package init(kind: Kind, subject: String, text: String, since: Date) {
        self.kind = kind
        self.subject = subject
        self.text = text
        self.since = since
    }
}
