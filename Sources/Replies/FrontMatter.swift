package import Model

/// What the head of a template file declares, read but not yet checked against its text.
package struct FrontMatter: Hashable, Sendable {
    /// For people: what the template is for.
    package var title: String
    /// The subject for mail that came without one; nil for the program's own words.
    package var subject: String?
    package var slots: [SlotDeclaration]
    package var promise: PromiseDeclaration

    package init(
        title: String,
        subject: String? = nil,
        slots: [SlotDeclaration] = [],
        promise: PromiseDeclaration = .none
    ) {
        self.title = title
        self.subject = subject
        self.slots = slots
        self.promise = promise
    }
}

/// A slot as the front matter declares it.
package struct SlotDeclaration: Hashable, Sendable {
    package var slot: Slot
    /// Where it stands in the file, from 1.
    package var line: Int

    package init(slot: Slot, line: Int) {
        self.slot = slot
        self.line = line
    }
}

/// What a reply made from a template promises.
package enum PromiseDeclaration: Hashable, Sendable {
    case none
    case promise(what: String, by: Deadline, line: Int)

    /// When the promise is due.
    package enum Deadline: Hashable, Sendable {
        /// A person fills it in: the slot's name.
        case slot(String)
        /// A firm rule in words, such as `within one working day`.
        case text(String)
    }
}
