package import Foundation

/// A promise that went out to a customer: a row of the ledger.
package struct Promise: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Promise>

    package enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case open
        /// Done by the time it was due.
        case kept
        /// Done early enough for the customer to notice: by `beatenMargin` of the time that was given.
        case beaten
        /// The time passed, and it was not done.
        case broken
        /// Before the time passed the customer was told of another.
        case moved
        /// The reply that held it was taken back, refused or bounced; or the customer no longer wants it.
        case withdrawn
    }

    package var id: ID
    package var conversation: Conversation.ID
    package var inbox: InboxName
    package var outgoing: OutgoingMail.ID
    package var draft: Draft.ID
    /// The template of the reply, and the intent it belongs to; either may be empty.
    package var template: String
    package var matter: String
    package var what: String
    /// A user's name.
    package var owner: String
    package var fulfilment: PromiseTerms.Fulfilment
    package var madeAt: Date
    package var dueAt: Date
    package var state: State
    /// When the promised thing was done, also where that was too late.
    package var doneAt: Date?

    package init(
        id: ID,
        conversation: Conversation.ID,
        inbox: InboxName,
        outgoing: OutgoingMail.ID,
        draft: Draft.ID,
        template: String,
        matter: String,
        what: String,
        owner: String,
        fulfilment: PromiseTerms.Fulfilment,
        madeAt: Date,
        dueAt: Date,
        state: State,
        doneAt: Date? = nil
    ) {
        self.id = id
        self.conversation = conversation
        self.inbox = inbox
        self.outgoing = outgoing
        self.draft = draft
        self.template = template
        self.matter = matter
        self.what = what
        self.owner = owner
        self.fulfilment = fulfilment
        self.madeAt = madeAt
        self.dueAt = dueAt
        self.state = state
        self.doneAt = doneAt
    }

    /// The part of the given time that has to be left for a promise to count as beaten.
    package static let beatenMargin = 0.25

    /// What an open promise becomes when it is done at that time.
    package func state(doneAt time: Date) -> State {
        if time > dueAt { return .broken }
        let given = dueAt.timeIntervalSince(madeAt)
        return dueAt.timeIntervalSince(time) >= given * Self.beatenMargin && given > 0 ? .beaten : .kept
    }
}

/// A promise about to be entered, in the transaction that releases its reply.
package struct NewPromise: Hashable, Sendable {
    package var what: String
    package var owner: String
    package var matter: String
    package var fulfilment: PromiseTerms.Fulfilment
    package var dueAt: Date

    package init(
        what: String,
        owner: String,
        matter: String,
        fulfilment: PromiseTerms.Fulfilment,
        dueAt: Date
    ) {
        self.what = what
        self.owner = owner
        self.matter = matter
        self.fulfilment = fulfilment
        self.dueAt = dueAt
    }
}

/// How promises ended, for one inbox, intent and template.
package struct PromiseTally: Hashable, Sendable {
    package var inbox: InboxName
    package var matter: String
    package var template: String
    package var counts: [Promise.State: Int]

    package init(inbox: InboxName, matter: String, template: String, counts: [Promise.State: Int]) {
        self.inbox = inbox
        self.matter = matter
        self.template = template
        self.counts = counts
    }
}
