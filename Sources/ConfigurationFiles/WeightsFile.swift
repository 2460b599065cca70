package import Scoring

/// Learned weights as a file that people can read and edit, in the form of the intents' own files.
package struct WeightsFile: Hashable, Sendable {
    package var weights: LearnedWeights
    /// Whether they stay as they are: edited or restored weights are not to be learned over.
    package var isHeld: Bool
    /// The number of the newest correction that they were learned from; 0 where there was none.
    package var newestCorrection: Int64
    /// Where they come from, for people; one line.
    package var note: String

    package init(weights: LearnedWeights, isHeld: Bool = false, newestCorrection: Int64 = 0, note: String = "") {
        self.weights = weights
        self.isHeld = isHeld
        self.newestCorrection = newestCorrection
        self.note = note
    }

    /// - Throws: every fault with file and line.
    package static func read(_ file: ConfigurationFile) throws(WeightsFileError) -> WeightsFile {
        let log = ProblemLog(file)
        guard let weights = WeightsReader(log: log).file(from: file.text), !log.hasErrors else {
            throw WeightsFileError(problems: log.problems)
        }
        return weights
    }

    /// Reading it back gives the same weights to the bit.
    package var text: String {
        WeightsWriter(self).text
    }
}

/// Why a file of weights cannot be used.
package struct WeightsFileError: Error, Hashable, Sendable, CustomStringConvertible {
    package var problems: [Problem]

    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
