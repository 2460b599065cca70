package import Model
package import Scoring

/// Reads messages by one lexicon of intents. Immutable; may be shared by threads.
package struct MessageReader: Sendable {
    /// What a message can be about.
    package let intents: [Intent]
    private let lexicon: LexiconMatcher
    private let abstention: Abstention

    package init(_ lexicons: ReadingLexicons, abstention: Abstention = Abstention()) {
        intents = lexicons.intents.labels.map {
            Intent(id: $0.id, title: $0.title.isEmpty ? $0.id : $0.title, template: $0.template ?? $0.id)
        }
        self.lexicon = LexiconMatcher(lexicons.intents)
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
        let newText = NewText.extract(from: message.content.text)
        let language = LanguageDetector.language(of: newText, default: defaultLanguage)
        let ranking = lexicon.rank(newText, language: scored(language, or: defaultLanguage), abstention: abstention)
        let automatic = AutomaticMail.judge(message, newText: newText, context: context)
        return Model.Reading(
            newText: newText,
            language: language,
            intents: ranking.intents,
            abstained: ranking.abstained,
            automatic: automatic.verdict,
            bounce: automatic.bounce
        )
    }

    /// Keywords of the inbox's language are better than none for a text in a language without keywords.
    private func scored(_ language: String, or fallback: String?) -> String {
        guard !lexicon.knows(language), let fallback else { return language }
        return fallback
    }
}
