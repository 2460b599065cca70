import Foundation
import Testing

@testable import Scoring

struct IntentEvaluationTests {
    @Test("an evaluation holds every figure under its name")
    func figures() async throws {
        let strangers = ["zebra giraffe", "quantum soup"].map { LabelledExample(label: "", text: $0, language: "en") }
        let evaluation = try await IntentEvaluation.run(
            train: Shop.noisy(200),
            test: Shop.examples(60),
            outOfScope: strangers,
            limit: 50,
            seconds: { 0 }
        )
        #expect(evaluation.accuracy > 0.9 && evaluation.topThree >= evaluation.accuracy)
        #expect(evaluation.outOfScope?.recall == 1)
        #expect((evaluation.outOfScope?.auroc ?? 0) > 0.99)
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(evaluation)) as? [String: Any]
        let names = [
            "accuracy", "macroF1", "topThree", "accuracyAt90", "ece", "outOfScope", "weights", "trainSeconds",
            "microsecondsPerMessage",
        ]
        #expect(Set(json?.keys.map(\.self) ?? []) == Set(names))
    }

    @Test("figures are those of the definitions")
    func definitions() {
        let judged = [
            JudgedExample(truth: "a", best: ["a", "b"], confidence: 0.9),
            JudgedExample(truth: "a", best: ["b", "a"], confidence: 0.2),
            JudgedExample(truth: "b", best: ["b"], confidence: 0.8),
            JudgedExample(truth: "c", best: [], confidence: 0),
        ]
        #expect(judged.share { $0.isRight } == 0.5)
        #expect(judged.share { $0.isAmongBest } == 0.75)
        #expect(abs(judged.macroF1() - (2.0 / 3 + 2.0 / 3 + 0) / 3) < 1e-12)
        #expect(judged.surest(0.5).map(\.confidence) == [0.9, 0.8])
        #expect(abs(judged.expectedCalibrationError() - (0.1 + 0.2 + 0.2 + 0) / 4) < 1e-12)
        #expect(IntentEvaluation.OutOfScope.areaUnderCurve([3, 2], [1, 2]) == 0.875)
    }
}
