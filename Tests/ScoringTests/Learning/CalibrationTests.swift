import Model
import Testing

@testable import Scoring

struct CalibrationTests {
    @Test("measured confidence is nearer to the truth than shares of the whole")
    func improves() throws {
        let weights = WeightFitting(limit: nil).fit(Shop.noisy(700))
        var plain = weights
        plain.languages["en"]?.calibration.logistic = nil
        plain.languages["en"]?.calibration.temperature = 0.2
        let errors = try [weights, plain].map { weights in
            let scorer = try IntentScorer(lexicon: lexicon([:]), weights: weights)
            return Shop.noisy(900).suffix(200).map { JudgedExample($0, by: scorer) }.expectedCalibrationError()
        }
        #expect(errors[0] < 0.1 && errors[0] < errors[1] / 2)
    }

    @Test("with few examples confidence is capped and nothing is measured")
    func few() throws {
        let weights = WeightFitting().fit(Shop.examples(16))
        #expect(weights.languages["en"]?.calibration == .uncertain)
        let scorer = try IntentScorer(lexicon: lexicon([:]), weights: weights)
        let confidence = scorer.rank("I forgot my password", language: "en").intents.first?.confidence
        #expect(try #require(confidence) <= 0.8)
    }

    @Test("a logistic curve is found again from what it made")
    func logistic() {
        let rows = (0..<4000).map { number in
            let lead = Double(number % 40) / 10
            let chance = Calibration.Logistic(constant: -1, score: 0, lead: 1).chance(score: 0, lead: lead)
            let isRight = Double(number / 40) / 100 < chance
            return HeldOutScores.Row(truth: 1, best: isRight ? 1 : 0, top: 5, second: 5 - lead, likeness: 5)
        }
        let fitted = Calibration.Logistic(fitting: rows)
        for lead in [0.0, 1, 2, 3] {
            let expected = Calibration.Logistic(constant: -1, score: 0, lead: 1).chance(score: 5, lead: lead)
            #expect(abs(fitted.chance(score: 5, lead: lead) - expected) < 0.02)
        }
    }

    @Test("rows that are all right, or all alike, give finite chances", arguments: [true, false])
    func degenerate(isRight: Bool) {
        let row = HeldOutScores.Row(truth: 1, best: isRight ? 1 : 0, top: 5, second: 1, likeness: 5)
        let fitted = Calibration.Logistic(fitting: Array(repeating: row, count: 50))
        let chance = fitted.chance(score: 5, lead: 4)
        #expect(isRight ? chance > 0.9 && chance < 1 : chance < 0.1 && chance > 0)
    }
}
