package import Model

/// What a reply made from a template promises.
package enum PromiseDeclaration: Hashable, Sendable {
    case none
    case promise(PromisePlan)
}

/// A promise as a template's front matter declares it.
package struct PromisePlan: Hashable, Sendable {
    package var what: String
    package var by: Deadline
    /// A user's name; nil for whoever releases the reply.
    package var owner: String?
    package var fulfilment: PromiseTerms.Fulfilment
    /// Where it stands in the file, from 1.
    package var line: Int

    package init(
        what: String,
        by: Deadline,
        owner: String? = nil,
        fulfilment: PromiseTerms.Fulfilment = .deed,
        line: Int
    ) {
        self.what = what
        self.by = by
        self.owner = owner
        self.fulfilment = fulfilment
        self.line = line
    }

    /// When a promise is due.
    package enum Deadline: Hashable, Sendable {
        /// A person, or a fact, fills it in: the slot's name.
        case slot(String)
        /// So many hours in which the inbox works, after the release.
        case workingHours(Int)
        /// So many of the inbox's working days, after the release.
        case workingDays(Int)
        /// What is realistic by experience; a person says where there is none.
        case suggested
    }
}
