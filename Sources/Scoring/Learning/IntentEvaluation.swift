/// How well weights fitted to one set of messages tell the labels of another.
package struct IntentEvaluation: Hashable, Sendable, Encodable {
    /// Messages of no label at all, by the threshold above which 19 of 20 held-out examples were.
    package struct OutOfScope: Hashable, Sendable, Encodable {
        /// The chance that a message with a label is more like the examples than one without.
        package let auroc: Double
        /// The share of messages with a label that were let in and labelled rightly.
        package let inScopeAccuracy: Double
        /// The share of messages without a label that were kept out.
        package let recall: Double
    }

    package let accuracy: Double
    /// The mean over labels of the harmonic mean of precision and recall.
    package let macroF1: Double
    /// How often the right label is among the best three.
    package let topThree: Double
    /// The accuracy on the nine tenths of the messages with most confidence.
    package let accuracyAt90: Double
    /// How far confidence is from accuracy on average, in 15 bins of equal width.
    package let ece: Double
    package let outOfScope: OutOfScope?
    /// How many learned weights are not 0.
    package let weights: Int
    package let trainSeconds: Double
    package let microsecondsPerMessage: Double

    /// - Parameters:
    ///   - outOfScope: messages that belong to no label; their own labels do not matter.
    ///   - limit: the most weights of a label, nil for all.
    ///   - tasks: how many tasks fit labels side by side; decides nothing but time.
    ///   - seconds: a clock that only moves on, in seconds.
    package static func run(
        train: [LabelledExample],
        test: [LabelledExample],
        outOfScope: [LabelledExample]? = nil,
        limit: Int? = nil,
        lexicon: Lexicon? = nil,
        tasks: Int = 1,
        seconds: @Sendable () -> Double
    ) async throws -> IntentEvaluation {
        let start = seconds()
        let weights = await WeightFitting(limit: limit, lexicon: lexicon.map { LexiconMatcher($0) }).fit(
            train,
            tasks: tasks
        )
        let fitted = seconds()
        let scorer = try IntentScorer(lexicon: lexicon ?? Lexicon(labels: []), weights: weights)
        let judging = seconds()
        let judged = test.map { JudgedExample($0, by: scorer) }
        let judgedEnd = seconds()
        let strangers = outOfScope.map { $0.map { JudgedExample($0, by: scorer) } }
        return IntentEvaluation(
            accuracy: judged.share { $0.isRight },
            macroF1: judged.macroF1(),
            topThree: judged.share { $0.isAmongBest },
            accuracyAt90: judged.surest(0.9).share { $0.isRight },
            ece: judged.expectedCalibrationError(),
            outOfScope: strangers.map { OutOfScope(judged, strangers: $0, weights: weights) },
            weights: weights.count,
            trainSeconds: fitted - start,
            microsecondsPerMessage: (judgedEnd - judging) * 1e6 / Double(max(test.count, 1))
        )
    }
}

extension IntentEvaluation.OutOfScope {
    init(_ judged: [JudgedExample], strangers: [JudgedExample], weights: LearnedWeights) {
        let isIn = { (example: JudgedExample) in
            example.likeness >= weights.languages[example.language]?.calibration.leastLikeness ?? 0
        }
        self.init(
            auroc: Self.areaUnderCurve(judged.map(\.likeness), strangers.map(\.likeness)),
            inScopeAccuracy: judged.share { isIn($0) && $0.isRight },
            recall: strangers.share { !isIn($0) }
        )
    }

    /// The chance that one of `high` is above one of `low`, ties counting half: by ranks (Mann and Whitney).
    static func areaUnderCurve(_ high: [Double], _ low: [Double]) -> Double {
        guard !high.isEmpty, !low.isEmpty else { return 0 }
        let low = low.sorted()
        let wins = high.reduce(0.0) { sum, value in
            sum + Double(low.firstPlace { $0 >= value } + low.firstPlace { $0 > value }) / 2
        }
        return wins / Double(high.count) / Double(low.count)
    }
}

extension [Double] {
    /// Where a test that holds from some place on begins to hold.
    fileprivate func firstPlace(where holds: (Double) -> Bool) -> Int {
        var (start, end) = (0, count)
        while start < end {
            let middle = (start + end) / 2
            if holds(self[middle]) { end = middle } else { start = middle + 1 }
        }
        return start
    }
}
