/// A fault in edited learned weights, with the place where an editor finds it.
package struct LearnedWeightsError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Problem: Hashable, Sendable {
        /// Not one word or two.
        case notOneOrTwoWords
        /// Means the same words as another phrase of the language.
        case sameAs(String)
        /// Not finite, or beyond ±1000.
        case unusableWeight(Double)
        case duplicateLabel
        /// A count below 0.
        case negativeCount(Int)
    }

    package let language: String
    /// nil where the fault is in what all labels share.
    package let label: String?
    package let phrase: String?
    package let problem: Problem

    package init(language: String, label: String? = nil, phrase: String? = nil, problem: Problem) {
        self.language = language
        self.label = label
        self.phrase = phrase
        self.problem = problem
    }

    package var description: String {
        let place = [language, label, phrase.map { "“\($0)”" }].compactMap(\.self).joined(separator: " / ")
        return "\(place): \(explanation)"
    }

    private var explanation: String {
        switch problem {
        case .notOneOrTwoWords: "a learned phrase is one word or two; longer ones belong to the hand-set keywords"
        case .sameAs(let other): "means the same words as “\(other)”"
        case .unusableWeight(let weight): "\(weight) cannot be a weight"
        case .duplicateLabel: "this label is given twice"
        case .negativeCount(let count): "\(count) cannot be a number of examples"
        }
    }
}
