import Foundation
import Model

/// Moves weights towards the label that a person gave one message, at once; a fit of all examples replaces it later.
///
/// Three steps of softmax regression with AdaGrad (Duchi, Hazan and Singer, 2011). Every example that has a phrase is
/// counted as having moved it a little already, so that one message says much about rare words and little about common
/// ones.
struct OnlineCorrection {
    private static let steps = 3
    private static let rate = 0.3
    private static let firstSquare = 0.01
    private static let squareOfExample = 0.002
    /// Labels with a smaller share of the outcome are left alone.
    private static let leastShare = 0.01

    let hits: [ReadFeatures.Hit]
    private let label: Int
    private let temperature: Double
    private let values: [Double]
    /// Sums of squared gradients, and changes of weights, by label and then by hit.
    private var squares: [Int: [Double]] = [:]
    private(set) var changes: [Int: [Double]] = [:]
    private var scores: [Double]
    private let firstSquares: [Double]

    init(_ scored: LanguageScorer.Scored, label: Int, model: LanguageModel) {
        hits = scored.read.hits
        self.label = label
        temperature = model.calibration.temperature
        let scale = LanguageModel.unitsPerHundredth * Double(1 << LanguageModel.valueBits)
        values = scored.read.values.map { Double($0) / scale }
        scores = scored.units.map { Double($0) * Evidence.unit }
        firstSquares = scored.read.hits.map {
            Self.firstSquare + Self.squareOfExample * Double(model.space.messages[Int($0.feature)])
        }
        for _ in 0..<Self.steps { step() }
    }

    private mutating func step() {
        let top = scores.max() ?? 0
        let powers = scores.map { exp(($0 - top) / temperature) }
        let total = powers.reduce(0, +)
        for place in scores.indices {
            let share = powers[place] / total
            if place == label || share >= Self.leastShare { move(place, by: share - (place == label ? 1 : 0)) }
        }
    }

    private mutating func move(_ place: Int, by surprise: Double) {
        for (hit, value) in values.enumerated() {
            let gradient = surprise * value
            squares[place, default: firstSquares][hit] += gradient * gradient
            let square = squares[place]?[hit] ?? 1
            let change = -Self.rate * LearnedWeights.scale * gradient / square.squareRoot()
            changes[place, default: values.map { _ in 0 }][hit] += change
            scores[place] += change * value
        }
    }
}

extension IntentScorer {
    /// The scorer as it is after a person gave this text its label.
    /// - Returns: the same scorer where the language has no examples yet, or none of the text's words is known: only a
    ///   fit can learn new words.
    package func corrected(_ text: String, language: String, to label: String) -> IntentScorer {
        guard let scorer = scorer(for: language) else { return self }
        let known = scorer.knowing(label)
        guard let place = known.model.labels.firstIndex(of: label) else { return self }
        let scored = known.scored(find(TokenizedText(text, language: language)))
        let correction = OnlineCorrection(scored, label: place, model: known.model)
        return replacing(known.model.applying(correction, to: place))
    }
}
