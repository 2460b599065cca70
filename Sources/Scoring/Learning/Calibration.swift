import Foundation

/// How scores become confidence, and which messages are too unlike the examples to judge.
package struct Calibration: Hashable, Sendable {
    /// Scores are divided by it before the softmax that shares confidence out.
    package var temperature: Double
    /// nil while the examples are too few to tell how often the best label is right.
    package var logistic: Logistic?
    /// No confidence is above it.
    package var mostConfidence: Double
    /// A message whose best score times its coverage is below it is like none of the examples; 19 of 20 examples are
    /// above. nil while the examples are too few.
    package var leastLikeness: Double?
    /// The least confidence at which 98 % of the examples had the right label; nil where there is none.
    package var confidenceAt98: Double?
    /// The same for 99 %.
    package var confidenceAt99: Double?

    /// The chance that the best label is right, by its score and by its lead over the second (Platt, "Probabilistic
    /// outputs for support vector machines", 1999, on two values).
    package struct Logistic: Hashable, Sendable {
        package var constant: Double
        package var score: Double
        package var lead: Double

        package init(constant: Double, score: Double, lead: Double) {
            self.constant = constant
            self.score = score
            self.lead = lead
        }

        package func chance(score: Double, lead: Double) -> Double {
            1 / (1 + exp(-(constant + self.score * score + self.lead * lead)))
        }
    }

    package init(
        temperature: Double,
        logistic: Logistic? = nil,
        mostConfidence: Double,
        leastLikeness: Double? = nil,
        confidenceAt98: Double? = nil,
        confidenceAt99: Double? = nil
    ) {
        self.temperature = temperature
        self.logistic = logistic
        self.mostConfidence = mostConfidence
        self.leastLikeness = leastLikeness
        self.confidenceAt98 = confidenceAt98
        self.confidenceAt99 = confidenceAt99
    }

    /// For examples too few to measure on: modest.
    package static let uncertain = Calibration(temperature: 1, mostConfidence: 0.8)
}
