/// What was read from a message: the part written this time, its language, what it asks for and how it stands with the
/// customer, each with its evidence.
package struct Reading: Hashable, Sendable {
    /// The text written this time: no quoted text, no signature.
    package var newText: String
    /// Of a message without words of its own that passes another's on: those words, which its intents and their evidence
    /// are read from. Empty for all others.
    package var passedOn: String
    package var shape: MessageShape
    /// Answers between quoted lines, in their order; empty unless the shape is `interleaved`.
    package var answers: [InlineAnswer]
    /// An ISO 639 code such as `en`; `und` where the text says too little.
    package var language: String
    /// Best first; every intent that some keyword speaks for.
    package var intents: [ScoredIntent]
    /// The ids of the intents that are clear enough to draft for, best first: several where the message holds several
    /// matters, none where `abstained`.
    package var matters: [String]
    /// True where no intent is clear enough to draft for: a person, or a clarifying question, decides.
    package var abstained: Bool
    package var asks: [Ask]
    package var circumstances: [NamedCircumstance]
    package var signals: Signals
    package var facts: [Fact]
    package var automatic: AutomaticVerdict
    /// What a bounce says about the mail of ours that bounced; nil for anything else.
    package var bounce: Bounce?
    /// What an out-of-office answer says; nil for anything else.
    package var absence: Absence?

    package init(
        newText: String,
        passedOn: String = "",
        shape: MessageShape = .plain,
        answers: [InlineAnswer] = [],
        language: String,
        intents: [ScoredIntent],
        matters: [String]? = nil,
        abstained: Bool,
        asks: [Ask] = [],
        circumstances: [NamedCircumstance] = [],
        signals: Signals = Signals(),
        facts: [Fact] = [],
        automatic: AutomaticVerdict,
        bounce: Bounce? = nil,
        absence: Absence? = nil
    ) {
        self.newText = newText
        self.passedOn = passedOn
        self.shape = shape
        self.answers = answers
        self.language = language
        self.intents = intents
        self.matters = matters ?? (abstained ? [] : intents.prefix(1).map(\.intent))
        self.abstained = abstained
        self.asks = asks
        self.circumstances = circumstances
        self.signals = signals
        self.facts = facts
        self.automatic = automatic
        self.bounce = bounce
        self.absence = absence
    }
}

extension Reading {
    /// The intent to draft for with its evidence; where none is clear, the one that comes nearest.
    package var chosenIntent: ScoredIntent? {
        guard let first = matters.first else { return intents.first }
        return intents.first { $0.intent == first }
    }
}

/// One intent with its score and the words that made it.
package struct ScoredIntent: Hashable, Sendable, Encodable {
    /// The id in the intents file, such as `order.where`.
    package var intent: String
    /// `base` and the weights of the evidence, added up: exactly, since all are multiples of `Evidence.unit`.
    package var score: Double
    /// What the score begins with before any word is looked at: 0 unless learned.
    package var base: Double
    /// 0 to 1: this intent against all others.
    package var confidence: Double
    package var evidence: [Evidence]

    package init(intent: String, score: Double, base: Double = 0, confidence: Double, evidence: [Evidence]) {
        self.intent = intent
        self.score = score
        self.base = base
        self.confidence = confidence
        self.evidence = evidence
    }
}

/// A keyword that was found, what it weighs, and where it stands.
package struct Evidence: Hashable, Sendable, Codable {
    /// The keyword as its list writes it.
    package var keyword: String
    /// What it adds to the score of this message; a multiple of `unit`.
    package var weight: Double
    /// The customer's spelling, where it was mended to match the keyword; nil otherwise.
    package var mendedFrom: String?
    /// Offsets in Unicode scalars into `Reading.newText`, or `passedOn` where that is empty; `start` included, `end` not.
    package var start: Int
    package var end: Int

    /// Parts of scores are multiples of it, so that sums are exact in any order.
    package static let unit = 1.0 / 4096

    package init(keyword: String, weight: Double, mendedFrom: String? = nil, start: Int, end: Int) {
        self.keyword = keyword
        self.weight = weight
        self.mendedFrom = mendedFrom
        self.start = start
        self.end = end
    }
}

/// What a bounce reports (RFC 3464).
package struct Bounce: Hashable, Sendable, Codable {
    /// The `Message-ID` of the mail that bounced, without angle brackets, where the bounce names it.
    package var originalMessageID: String?
    /// The subject of the mail that bounced, where the bounce returns it. Without `originalMessageID`, this and
    /// `recipient` are all that tell which mail it was.
    package var originalSubject: String?
    /// `Final-Recipient`, else `Original-Recipient`.
    package var recipient: String?
    /// The enhanced status code (RFC 3463), such as `5.1.1`.
    package var status: String?
    /// `Diagnostic-Code` or the sentence that names the reason.
    package var reason: String?
    /// True where the report says that delivery has failed for good, false for a delay.
    package var isPermanent: Bool

    package init(
        originalMessageID: String? = nil,
        originalSubject: String? = nil,
        recipient: String? = nil,
        status: String? = nil,
        reason: String? = nil,
        isPermanent: Bool = true
    ) {
        self.originalMessageID = originalMessageID
        self.originalSubject = originalSubject
        self.recipient = recipient
        self.status = status
        self.reason = reason
        self.isPermanent = isPermanent
    }
}
