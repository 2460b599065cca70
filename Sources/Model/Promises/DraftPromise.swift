package import Foundation

/// What a reply promises, said explicitly either way. A draft without it cannot be released.
package enum DraftPromise: Hashable, Sendable, Codable {
    /// The reply promises nothing.
    case none
    /// One for each matter that promises something; never empty.
    case made([PromiseTerms])

    package var terms: [PromiseTerms] {
        if case .made(let terms) = self { terms } else { [] }
    }
}

/// What is promised, by when, and who sees to it.
package struct PromiseTerms: Hashable, Sendable, Codable {
    /// In the words of the template, for people at the desk: `The order arrives`.
    package var what: String
    package var due: Due
    /// A user's name; nil for whoever releases the reply.
    package var owner: String?
    /// The intent that it belongs to; empty for a reply written from nothing.
    package var matter: String
    package var fulfilment: Fulfilment

    /// When a promise is due. Days end with the business hours of the inbox on that day, or of the last working day
    /// before it.
    package enum Due: Hashable, Sendable, Codable {
        /// What a person fills into the slot of that name: a date.
        case slot(String)
        case day(CalendarDay)
        case moment(Date)
        /// So many seconds of business hours after the release.
        case within(TimeInterval)
        /// At the same time of day so many working days after the release: what customers take it for, whatever is worked
        /// on each of them.
        case workingDays(Int)
    }

    /// What makes it kept.
    package enum Fulfilment: String, Hashable, Sendable, Codable {
        /// A person says that it is done.
        case deed
        /// The next reply in the conversation.
        case reply
    }

    package init(
        what: String,
        due: Due,
        owner: String? = nil,
        matter: String = "",
        fulfilment: Fulfilment = .deed
    ) {
        self.what = what
        self.due = due
        self.owner = owner
        self.matter = matter
        self.fulfilment = fulfilment
    }
}
