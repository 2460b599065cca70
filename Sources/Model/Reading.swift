/// What was read from a message: the part written this time, its language and its intents with their evidence.
package struct Reading: Hashable, Sendable, Codable {
    /// The text written this time: no quoted text, no signature.
    package var newText: String
    /// An ISO 639 code such as `en`; `und` where the text says too little.
    package var language: String
    /// Best first; every intent that some keyword speaks for.
    package var intents: [ScoredIntent]
    /// True where no intent is clear enough to draft for: a person, or a clarifying question, decides.
    package var abstained: Bool
    package var automatic: AutomaticVerdict
    /// What a bounce says about the mail of ours that bounced; nil for anything else.
    package var bounce: Bounce?

    package init(
        newText: String,
        language: String,
        intents: [ScoredIntent],
        abstained: Bool,
        automatic: AutomaticVerdict,
        bounce: Bounce? = nil
    ) {
        self.newText = newText
        self.language = language
        self.intents = intents
        self.abstained = abstained
        self.automatic = automatic
        self.bounce = bounce
    }
}

/// One intent with its score and the words that made it.
package struct ScoredIntent: Hashable, Sendable, Codable {
    /// The id in the intents file, such as `order.where`.
    package var intent: String
    /// The sum of the weights of the evidence.
    package var score: Double
    /// 0 to 1: this intent against all others.
    package var confidence: Double
    package var evidence: [Evidence]

    package init(intent: String, score: Double, confidence: Double, evidence: [Evidence]) {
        self.intent = intent
        self.score = score
        self.confidence = confidence
        self.evidence = evidence
    }
}

/// A keyword that was found, what it weighs, and where it stands.
package struct Evidence: Hashable, Sendable, Codable {
    package var keyword: String
    package var weight: Double
    /// Offsets in Unicode scalars into `Reading.newText`, `start` included, `end` not.
    package var start: Int
    package var end: Int

    package init(keyword: String, weight: Double, start: Int, end: Int) {
        self.keyword = keyword
        self.weight = weight
        self.start = start
        self.end = end
    }
}

/// What a bounce reports (RFC 3464).
package struct Bounce: Hashable, Sendable, Codable {
    /// The `Message-ID` of the mail that bounced, without angle brackets, where the bounce names it.
    package var originalMessageID: String?
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
        recipient: String? = nil,
        status: String? = nil,
        reason: String? = nil,
        isPermanent: Bool = true
    ) {
        self.originalMessageID = originalMessageID
        self.recipient = recipient
        self.status = status
        self.reason = reason
        self.isPermanent = isPermanent
    }
}
