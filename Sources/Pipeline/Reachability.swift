package import Foundation
package import Model

/// Decides when an inbox that cannot be reached is worth an alert, and when the alert is over.
package struct Reachability: Hashable, Sendable {
    /// What the caller has to do.
    package enum Action: Hashable, Sendable {
        case raise(Alert)
        case clear
    }

    private let inbox: InboxName
    private let limit: TimeInterval
    private var lastReached: Date
    private var reason = ""
    private var isRaised: Bool

    /// - Parameters:
    ///   - limit: seconds without reaching it after which people are told.
    ///   - wasRaised: whether an earlier run of the program left an alert.
    package init(inbox: InboxName, limit: TimeInterval, at: Date, wasRaised: Bool = false) {
        self.inbox = inbox
        self.limit = limit
        lastReached = at
        isRaised = wasRaised
    }

    package mutating func reached(at: Date) -> Action? {
        lastReached = at
        reason = ""
        guard isRaised else { return nil }
        isRaised = false
        return .clear
    }

    /// A failed try. People are told at once where only they can mend it.
    package mutating func unreached(_ reason: String, needsPerson: Bool, at: Date) -> Action? {
        self.reason = reason
        return needsPerson ? raise(at: at) : check(at: at)
    }

    /// To be called now and then: silence is a failure too.
    package mutating func check(at: Date) -> Action? {
        at.timeIntervalSince(lastReached) > limit ? raise(at: at) : nil
    }

    private mutating func raise(at: Date) -> Action? {
        guard !isRaised else { return nil }
        isRaised = true
        let minutes = Int(at.timeIntervalSince(lastReached) / 60)
        let why = reason.isEmpty ? "It does not answer." : reason
        return .raise(
            Alert(
                kind: .inboxUnreached,
                subject: inbox.rawValue,
                text: "The inbox \(inbox) has not been reached for \(minutes) minutes. \(why)",
                since: lastReached
            )
        )
    }
}
