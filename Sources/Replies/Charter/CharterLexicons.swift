package import Scoring

/// What operators may change of the charter: its words, and how much each check weighs.
package struct CharterLexicons: Hashable, Sendable {
    /// Labels named after `Cue`, and `topic.…` for what a matter can be about.
    package var cues: Lexicon
    package var scale: CharterScale

    package init(cues: Lexicon, scale: CharterScale = CharterScale()) {
        self.cues = cues
        self.scale = scale
    }

    /// Finds no fault but those that need no words.
    package static let empty = Self(cues: .empty)

    /// The labels that have a meaning, topics aside, which operators may add to.
    package static let labels = Cue.allCases.map(\.label)
    package static let topicPrefix = CueFinder.topicPrefix
    /// There can be no more topics than this.
    package static let mostTopics = CueFinder.mostTopics
}
