extension Calibration {
    /// Confidence as it was borne out on examples that had been held out.
    init(_ scores: HeldOutScores) {
        let logistic = Logistic(fitting: scores.rows)
        self.init(
            temperature: Temperature.best(for: scores),
            logistic: logistic,
            mostConfidence: 1,
            leastLikeness: Self.percentile(5, of: scores.rows.map(\.likeness))
        )
        let judged = scores.rows.map { (chance: logistic.chance(score: $0.top, lead: $0.lead), isRight: $0.isRight) }
            .sorted { $0.chance > $1.chance }
        confidenceAt98 = Self.least(of: judged, precision: 0.98)
        confidenceAt99 = Self.least(of: judged, precision: 0.99)
    }

    private static func percentile(_ percent: Int, of values: [Double]) -> Double? {
        let sorted = values.sorted()
        return sorted.isEmpty ? nil : sorted[sorted.count * percent / 100]
    }

    /// The least chance such that those of this chance and above are right so often.
    private static func least(of judged: [(chance: Double, isRight: Bool)], precision: Double) -> Double? {
        var (right, least) = (0, Double?.none)
        for (place, one) in judged.enumerated() {
            right += one.isRight ? 1 : 0
            if Double(right) >= precision * Double(place + 1) { least = one.chance }
        }
        return least
    }
}
