import Foundation
import Glibc
import Scoring

/// How long learning takes, and how much memory what was learned takes.
struct LearningBenchmark {
    private let weights: LearnedWeights
    private let labelled: LabelledMessages
    /// Models that are held at once, so that one's size stands out from the allocator's pages.
    private static let copies = 200

    init(_ weights: LearnedWeights, _ labelled: LabelledMessages) {
        self.weights = weights
        self.labelled = labelled
    }

    func run() async throws {
        let examples = labelled.examples
        let labels = Set(examples.map(\.label)).count
        Report.heading("Learning from \(examples.count) messages of \(labels) labels (\(labelled.source))")
        let one = Stopwatch.best(of: 3) { keep(WeightFitting().fit(examples)) }
        Report.line("one core", seconds(one), aim: "aim: under 1 s", isMet: one < .seconds(1))
        let clock = ContinuousClock()
        let two = await clock.measure { keep(await WeightFitting().fit(examples, tasks: 2)) }
        Report.line("two cores", seconds(two))
        let all = Stopwatch.best(of: 1) { keep(WeightFitting(limit: nil).fit(examples)) }
        Report.line("one core, no weight dropped", seconds(all))
        try measureMemory()
    }

    private func measureMemory() throws {
        let before = try ProcessMemory(of: getpid()).own
        let models = try (0..<Self.copies).map { _ in try IntentScorer(lexicon: .empty, weights: weights) }
        let grown = (try ProcessMemory(of: getpid()).own - before) / Self.copies
        Report.line("weights of the model", "\(weights.count)")
        Report.line("memory of the model, by the kernel", "\(grown) KB")
        Report.line("memory of the model, by its own count", "\((models.first?.bytes ?? 0) / 1024) KB")
        keep(models)
    }

    private func seconds(_ duration: Duration) -> String {
        String(format: "%.2f s", duration.seconds)
    }
}
