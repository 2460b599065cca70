/// How the text written this time stands to what is quoted around it.
package enum MessageShape: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing is quoted.
    case plain
    /// The answer stands above the quote ("top posting").
    case replyAbove = "reply-above"
    /// The answer stands below the quote.
    case replyBelow = "reply-below"
    /// Answers stand between the quoted lines.
    case interleaved
    /// Somebody else's message was passed on, with no or few words of its own.
    case forward
    /// There is a quote or a signature, and nothing of the customer's own.
    case empty
}

/// An answer written between quoted lines, with what it answers.
package struct InlineAnswer: Hashable, Sendable, Codable {
    /// The quoted lines right above it, without their marks.
    package var quoted: String
    /// The answer, an exact part of `Reading.newText`.
    package var answer: TextSpan

    package init(quoted: String, answer: TextSpan) {
        self.quoted = quoted
        self.answer = answer
    }
}
