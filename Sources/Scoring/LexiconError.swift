/// A fault in a lexicon, or in learned weights that somebody has edited, with the place where an editor finds it.
package struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Problem: Hashable, Sendable {
        /// A label without an id.
        case emptyLabel
        case duplicateLabel
        /// Neither two or three lower-case letters nor `*`.
        case malformedLanguage
        /// No word, number, emoji or mark that could be found in a text.
        case nothingToMatch
        /// A full stop, colon or semicolon inside the phrase: no match can run across the end of a sentence.
        case runsAcrossSentences
        /// `<…>` with a name that is no class of tokens.
        case unknownClass(String)
        /// A `*` at an end of the phrase, beside another one, or the third.
        case misplacedGap
        /// Beyond what a weight can be, or not a number; in a lexicon, zero or nearly so as well.
        case unusableWeight(Double)
        /// Matches the same words as a keyword given before for the same label and language; learned weights share
        /// their phrases among all labels.
        case sameAs(String)
        /// A learned phrase that is not one word or two.
        case notOneOrTwoWords
        /// A number of examples or messages below 0.
        case negativeCount(Int)
    }

    /// nil where the fault is in what all labels share.
    package let label: String?
    /// nil where the fault is the label's own.
    package let language: String?
    /// nil where the fault is not in one keyword.
    package let keyword: String?
    package let problem: Problem

    package init(label: String? = nil, language: String? = nil, keyword: String? = nil, problem: Problem) {
        self.label = label
        self.language = language
        self.keyword = keyword
        self.problem = problem
    }

    package var description: String {
        let place = [label, language, keyword.map { "“\($0)”" }].compactMap(\.self).joined(separator: " / ")
        return "\(place): \(explanation)"
    }

    private var explanation: String {
        switch problem {
        case .emptyLabel: "a label needs an id"
        case .duplicateLabel: "this label is given twice"
        case .malformedLanguage: "a language is a code of two or three small letters, or *"
        case .nothingToMatch: "the keyword holds no word to look for"
        case .runsAcrossSentences: "a keyword cannot run across the end of a sentence"
        case .unknownClass(let name): "<\(name)> is no class; there are \(TokenClass.listing)"
        case .misplacedGap: "* stands between two words, at most twice in a keyword"
        case .unusableWeight(let weight): "\(weight) cannot be a weight"
        case .sameAs(let other): "matches the same words as “\(other)”"
        case .notOneOrTwoWords: "a learned phrase is one word or two; longer ones belong to the hand-set keywords"
        case .negativeCount(let count): "\(count) cannot be a number of examples"
        }
    }
}
