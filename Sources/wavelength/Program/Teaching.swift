import ConfigurationFiles
import Foundation
import Model
import Pipeline
import Scoring

/// How the program learns weights from its log.
struct Teaching: Sendable {
    let lexicon: Lexicon
    /// The most weights of an intent in one language.
    var keep = 200

    func file(from lesson: Learner.Lesson) async -> WeightsFile {
        let examples = lesson.examples.compactMap { message in
            // A message about two matters is learned for the one that was named first.
            message.intents.first.map { LabelledExample(label: $0, text: message.text, language: message.language) }
        }
        let fitting = WeightFitting(limit: keep, lexicon: LexiconMatcher(lexicon))
        let weights = await fitting.fit(examples, tasks: 1)
        let corrections = lesson.examples.count { $0.source == .correction }
        return WeightsFile(
            weights: weights,
            newestCorrection: lesson.newest?.id.rawValue ?? 0,
            note: "from \(examples.count) messages, \(corrections) of them corrected"
        )
    }
}
