import Scoring

/// How well intents are told: trained and measured on public collections, by splits that no test set is part of.
struct EvaluationBenchmark {
    private static let draws = 5

    func run() async throws {
        guard SharedFolder.path != nil else {
            Report.say("\nNo collections of labelled messages here (WAVELENGTH_SHARED): intents are not evaluated")
            return
        }
        Report.heading("Intents, learned from one part of a collection and measured on another")
        Report.say("  \(Report.padded("", 34)) accuracy  macro F1 top three  at 90 %      ECE  weights   train s    µs")
        for collection in Collection.all { try await measure(collection) }
        try ColdStart.run()
    }

    private func measure(_ collection: Collection) async throws {
        let (train, test) = (collection.train, collection.validation)
        let whole = try await evaluate(train, test, outOfScope: collection.strangers)
        report("\(collection.name), all weights", whole)
        report("\(collection.name), 200 an intent", try await evaluate(train, test, limit: 200))
        report("\(collection.name), 20 % typos", try await evaluate(train, Typos.made(in: test, seed: 1)))
        var few: [IntentEvaluation] = []
        for draw in 0..<Self.draws {
            few.append(try await evaluate(train.draw(10, seed: UInt64(draw)), test))
        }
        report("\(collection.name), 10 examples an intent", few)
        if let own = collection.few {
            report(own.source, try await evaluate(own.examples, test))
        }
        if let outside = whole.outOfScope { report(collection.name, outside) }
    }

    private func evaluate(
        _ train: [LabelledExample],
        _ test: [LabelledExample],
        outOfScope: [LabelledExample]? = nil,
        limit: Int? = nil
    ) async throws -> IntentEvaluation {
        try await IntentEvaluation.run(
            train: train,
            test: test,
            outOfScope: outOfScope,
            limit: limit,
            seconds: Stopwatch.processorSeconds
        )
    }

    private func report(_ what: String, _ result: IntentEvaluation) {
        let shares = [result.accuracy, result.macroF1, result.topThree, result.accuracyAt90].map { column($0, 4) }
        let rest = [column(result.ece, 4), column(Double(result.weights), 0), column(result.trainSeconds, 2)]
        let columns = shares + rest + [column(result.microsecondsPerMessage, 1)]
        Report.say("  \(Report.padded(what, 34))\(columns.joined())")
    }

    /// Several draws: the mean of each figure, and how far the accuracy spreads.
    private func report(_ what: String, _ results: [IntentEvaluation]) {
        let mean = { (figure: (IntentEvaluation) -> Double) in results.map(figure).mean }
        let shares = [mean(\.accuracy), mean(\.macroF1), mean(\.topThree), mean(\.accuracyAt90), mean(\.ece)]
        let spread = Report.number(results.map(\.accuracy).deviation, places: 4)
        let columns = shares.map { column($0, 4) }.joined()
        Report.say("  \(Report.padded(what, 34))\(columns)   accuracy ± \(spread) over \(results.count) draws")
    }

    private func report(_ name: String, _ outside: IntentEvaluation.OutOfScope) {
        let figures = [outside.auroc, outside.inScopeAccuracy, outside.recall].map { Report.number($0, places: 4) }
        Report.line("\(name), out of scope: AUROC", figures[0])
        Report.line("  let in and right", figures[1])
        Report.line("  kept out", figures[2])
    }

    private func column(_ value: Double, _ places: Int) -> String {
        let text = Report.number(value, places: places)
        return String(repeating: " ", count: max(1, 10 - text.count)) + text
    }
}

extension [Double] {
    fileprivate var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }

    /// The standard deviation of a sample.
    fileprivate var deviation: Double {
        guard count > 1 else { return 0 }
        return (reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)).squareRoot()
    }
}
