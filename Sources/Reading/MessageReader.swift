package import Model
package import Scoring

/// Reads messages by one lexicon of intents. Immutable; may be shared by threads.
package struct MessageReader: Sendable {
    private let intents: LexiconMatcher
    private let abstention: Abstention

    package init(intents: LexiconMatcher, abstention: Abstention = Abstention()) {
        self.intents = intents
        self.abstention = abstention
    }

    /// Says what a message says. Takes any message and never fails; time is linear in its size.
    /// - Parameters:
    ///   - defaultLanguage: the inbox's, an ISO 639 code: taken where the text says too little to tell.
    ///   - context: what the rules for automatic mail need to know.
    package func read(
        _ message: MessageToRead,
        defaultLanguage: String?,
        context: AutomaticMailContext
    ) -> Model.Reading {
        let written = NewText.extract(
            from: message.content.text,
            structured: message.structuredText,
            subject: message.content.subject,
            isReply: !message.content.inReplyTo.isEmpty
        )
        let newText = written.text
        // A message that only passes another on is in the language of what it passes on.
        let telling = newText.isEmpty ? written.passedOn : newText
        let language = LanguageDetector.language(of: telling, default: defaultLanguage)
        let ranking = intents.rank(newText, language: scored(language, or: defaultLanguage), abstention: abstention)
        let automatic = AutomaticMail.judge(message, newText: newText, context: context)
        return Model.Reading(
            newText: newText,
            shape: written.shape,
            answers: written.answers,
            language: language,
            intents: ranking.intents,
            abstained: ranking.abstained,
            automatic: automatic.verdict,
            bounce: automatic.bounce
        )
    }

    /// Keywords of the inbox's language are better than none for a text in a language without keywords.
    private func scored(_ language: String, or fallback: String?) -> String {
        guard !intents.knows(language), let fallback else { return language }
        return fallback
    }
}
