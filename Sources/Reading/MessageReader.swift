package import Foundation
package import Model
package import Scoring

/// Reads messages by one set of keyword lists, with the weights that were learned beside them. Immutable; may be shared
/// by threads.
package struct MessageReader: Sendable {
    /// What a message can be about.
    package let intents: [Intent]
    private var scorer: IntentScorer
    private let situations: SituationReader

    /// - Parameter wordList: the ordinary words of a language, one a line in UTF-8, which are no misspelt keywords; nil
    ///   where there is no list. Asked for once, when the first message in the language comes.
    /// - Throws: the first fault in the weights, which people may have edited.
    package init(
        _ lexicons: ReadingLexicons,
        weights: LearnedWeights = LearnedWeights(),
        wordList: @escaping @Sendable (String) -> [UInt8]? = { _ in nil },
        abstention: Abstention = Abstention()
    ) throws(LexiconError) {
        intents = lexicons.intents.labels.map {
            Intent(id: $0.id, title: $0.title.isEmpty ? $0.id : $0.title, template: $0.template ?? $0.id)
        }
        situations = SituationReader(orderIDs: lexicons.orderIDs)
        scorer = try IntentScorer(
            lexicon: lexicons.intents,
            beside: lexicons.besideIntents,
            weights: weights,
            spelling: { lexicons.spelling($0, wordList($0)) },
            abstention: abstention
        )
    }

    /// Says what a message says. Takes any message and never fails; time is linear in its size.
    ///
    /// A message without words of its own that passes another on is read by what it passes on, for its language and
    /// intents; what it asks and how it stands with its writer is not in there.
    /// - Parameters:
    ///   - written: the message's new text, where it was taken out already.
    ///   - languages: what to assume of short or unclear texts, likeliest first, as ISO 639 codes: the customer's earlier
    ///     language, then the inbox's own.
    ///   - takenAt: when it came, for a message without a date.
    ///   - context: what the rules for automatic mail need to know.
    package func read(
        _ message: MessageToRead,
        _ written: NewText? = nil,
        languages: [String],
        takenAt: Date,
        context: AutomaticMailContext
    ) -> Model.Reading {
        let written = written ?? NewText(message)
        let telling = written.telling
        let language = LanguageDetector.language(of: telling, default: languages.first)
        let found = scorer.find(TokenizedText(telling, language: scored(language, or: languages)))
        let ranking = scorer.rank(found)
        let automatic = AutomaticMail.judge(message, newText: written.text, context: context)
        let day = CalendarDay(
            message.content.date ?? takenAt,
            offset: message.fields.values(of: "Date").first.map(ZoneOffset.seconds) ?? 0
        )
        let situation = situations.situation(of: written.text, found, on: day, fullText: message.content.text)
        let matters = matters(ranking, situation.asks, in: found)
        return Model.Reading(
            newText: written.text,
            passedOn: written.text.isEmpty ? written.passedOn : "",
            shape: written.shape,
            answers: written.answers,
            language: language,
            intents: ranking.intents,
            matters: matters,
            abstained: matters.isEmpty,
            asks: situation.asks,
            circumstances: situation.circumstances,
            signals: situation.signals,
            facts: situation.facts,
            automatic: automatic.verdict,
            bounce: automatic.bounce,
            absence: automatic.absence
        )
    }

    /// The intents of a text that are clear, best first, as `read` finds them in a message's new text.
    package func matters(of text: String, language: String) -> [String] {
        let found = scorer.find(TokenizedText(text, language: language))
        let asks = situations.asks(of: text, found, on: CalendarDay(number: 0))
        return matters(scorer.rank(found), asks, in: found)
    }

    private func matters(_ ranking: Ranking, _ asks: [Ask], in found: FoundKeywords) -> [String] {
        Matters(ranking, asks: asks) { ask in
            scorer.clearIntent(of: scorer.find(found.text.part(from: ask.span.start, to: ask.span.end)))
        }.intents
    }

    /// How a text is ranked, clear or not.
    package func ranking(of text: String, language: String) -> Ranking {
        scorer.rank(text, language: language)
    }

    /// Why a text gets its intent; nil where nothing speaks for any.
    package func explanation(of text: String, language: String) -> ScoreExplanation? {
        scorer.explain(text, language: language)
    }

    /// A reader that has learned at once what one message is about.
    package func corrected(_ text: String, language: String, intent: String) -> MessageReader {
        var corrected = self
        corrected.scorer = scorer.corrected(text, language: language, to: intent)
        return corrected
    }

    /// Whether an intent's own list finds something in a phrase.
    package func knows(_ phrase: String, for intent: String, language: String) -> Bool {
        scorer.find(TokenizedText(phrase, language: language)).scores(of: 0).contains { score in
            score.label == intent && score.evidence.contains { $0.mendedFrom == nil }
        }
    }

    /// Keywords of the customer's or the inbox's language are better than none for a text in a language without any.
    private func scored(_ language: String, or others: [String]) -> String {
        ([language] + others).first(where: scorer.knows) ?? language
    }
}
