package import Model
package import Scoring

/// Words and phrases that would help keyword lists, found where the lists were wrong and a person said what was right.
package struct KeywordSuggestions: Sendable {
    package struct Suggestion: Hashable, Sendable {
        package var intent: String
        package var language: String
        package var phrase: String
        /// On the scale of hand-set weights.
        package var weight: Double
        /// How many messages of this intent that are not read as it now hold the phrase.
        package var helps: Int
        /// How many messages of other intents hold it.
        package var elsewhere: Int
    }

    /// What helps most messages first.
    package let suggestions: [Suggestion]
    /// How many labelled messages the lists alone do not read as people do.
    package let misread: Int

    /// A learned weight below it is no reason to write a keyword.
    private static let least = 1.0

    /// - Parameters:
    ///   - labelled: what people said.
    ///   - reader: reads by the hand-set lists alone.
    ///   - weights: learned from `labelled`.
    package init(_ labelled: [LabelledMessage], reader: MessageReader, weights: LearnedWeights) {
        let finder = LexiconMatcher(Self.lexicon(of: weights))
        var tallies: [Key: Tally] = [:]
        var misread = 0
        for message in labelled {
            guard let intent = message.intents.first else { continue }
            let isMisread = reader.matters(of: message.text, language: message.language).first != intent
            misread += isMisread ? 1 : 0
            for score in finder.score(message.text, language: message.language) {
                for found in score.evidence {
                    let key = Key(intent: score.label, language: message.language, phrase: found.keyword)
                    tallies[key, default: Tally(weight: found.weight)].add(isOwn: score.label == intent, isMisread)
                }
            }
        }
        self.misread = misread
        suggestions = Self.best(of: tallies, reader)
    }

    private struct Key: Hashable {
        var intent: String
        var language: String
        var phrase: String
    }

    private struct Tally {
        var weight: Double
        var helps = 0
        var elsewhere = 0

        mutating func add(isOwn: Bool, _ isMisread: Bool) {
            if !isOwn {
                elsewhere += 1
            } else if isMisread {
                helps += 1
            }
        }
    }

    /// Phrases that help more often than they mislead, and that the intent's own list does not know yet.
    private static func best(of tallies: [Key: Tally], _ reader: MessageReader) -> [Suggestion] {
        tallies.compactMap { key, tally in
            guard tally.helps > tally.elsewhere, !reader.knows(key.phrase, for: key.intent, language: key.language)
            else {
                return nil
            }
            return Suggestion(
                intent: key.intent,
                language: key.language,
                phrase: key.phrase,
                weight: min(5, max(1, (tally.weight / 2).rounded())),
                helps: tally.helps,
                elsewhere: tally.elsewhere
            )
        }
        .sorted { ($1.helps, $0.elsewhere, $0.intent, $0.phrase) < ($0.helps, $1.elsewhere, $1.intent, $1.phrase) }
    }

    /// The learned phrases that speak for an intent, as a lexicon.
    private static func lexicon(of weights: LearnedWeights) -> Lexicon {
        var keywords: [String: [String: [Lexicon.Keyword]]] = [:]
        for (language, own) in weights.languages {
            for label in own.labels {
                let phrases = label.weights.filter { $0.value >= least && !$0.key.contains("<") }
                keywords[label.id, default: [:]][language] = phrases.sorted { $0.key < $1.key }
                    .map { Lexicon.Keyword($0.key, $0.value) }
            }
        }
        let builder = LexiconBuilder()
        for (id, keywords) in keywords.sorted(by: { $0.key < $1.key }) {
            // Weights are edited too: what makes no keyword is not suggested.
            try? builder.append(Lexicon.Label(id: id, keywords: keywords))
        }
        return builder.lexicon(counting: .once)
    }
}
