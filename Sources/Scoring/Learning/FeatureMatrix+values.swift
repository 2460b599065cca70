extension FeatureMatrix {
    /// The messages of a corpus as weighted rows.
    /// - Parameter keeps: which features take part; the others count nowhere, not even in lengths.
    init(_ corpus: LanguageCorpus, weighting: FeatureWeighting, keeps: (Int32) -> Bool) {
        self.init(featureCount: corpus.space.features.count)
        for message in 0..<corpus.count {
            let features = corpus.features(of: message).filter(keeps)
            let factors = weighting.factors(features)
            for feature in features { append(feature, weighting.value(of: feature, factors)) }
            endRow()
        }
    }

    /// The square of each row's length.
    func squares() -> [Double] {
        (0..<count).map { row in self[row].reduce(0) { $0 + Double($1.value) * Double($1.value) } }
    }

    /// Whether some row has the feature.
    func usedFeatures() -> [Bool] {
        var used = Array(repeating: false, count: featureCount)
        for entry in entries { used[Int(entry.feature)] = true }
        return used
    }
}
