package import Model

/// What the head of a template file declares, read but not yet checked against its text.
package struct FrontMatter: Hashable, Sendable {
    /// For people: what the template is for.
    package var title: String
    /// The subject for mail that came without one; nil for the program's own words.
    package var subject: String?
    /// The matter in the customer's words ("your invoice"), for a reply about several.
    package var topic: String?
    package var slots: [SlotDeclaration]
    package var promise: PromiseDeclaration
    /// The ids of limits that a reply made from it may touch.
    package var limits: [NamedLine]
    /// The ids of offers that it may make.
    package var goodwill: [NamedLine]
    /// Which situations call for which move; a move that is not there is always said.
    package var moves: [MoveRule]
    /// Whether it answers whatever else the message asks: a clarifying question does.
    package var answersAll: Bool
    /// Intents beside its own that it answers as it stands, so that a reply does not say it twice.
    package var alsoAnswers: [NamedLine]

    package init(
        title: String,
        subject: String? = nil,
        topic: String? = nil,
        slots: [SlotDeclaration] = [],
        promise: PromiseDeclaration = .none,
        limits: [NamedLine] = [],
        goodwill: [NamedLine] = [],
        moves: [MoveRule] = [],
        answersAll: Bool = false,
        alsoAnswers: [NamedLine] = []
    ) {
        self.title = title
        self.subject = subject
        self.topic = topic
        self.slots = slots
        self.promise = promise
        self.limits = limits
        self.goodwill = goodwill
        self.moves = moves
        self.answersAll = answersAll
        self.alsoAnswers = alsoAnswers
    }
}

/// A name that a file mentions, and the line where it does, from 1.
package struct NamedLine: Hashable, Sendable {
    package var name: String
    package var line: Int

    package init(_ name: String, line: Int) {
        self.name = name
        self.line = line
    }
}

/// A slot as the front matter declares it.
package struct SlotDeclaration: Hashable, Sendable {
    package var slot: Slot
    /// The placeholder whose value fills it where there is one; nil for a person alone.
    package var from: String?
    /// Where it stands in the file, from 1.
    package var line: Int

    package init(slot: Slot, from: String? = nil, line: Int) {
        self.slot = slot
        self.from = from
        self.line = line
    }
}

/// When a move is said: any of `when` (always, where there is none) and none of `unless`.
package struct MoveRule: Hashable, Sendable {
    /// The move's name as written.
    package var move: NamedLine
    /// Conditions as written, such as `distress` or `circumstance.mobility`.
    package var when: [NamedLine]
    package var unless: [NamedLine]

    package init(move: NamedLine, when: [NamedLine] = [], unless: [NamedLine] = []) {
        self.move = move
        self.when = when
        self.unless = unless
    }
}
