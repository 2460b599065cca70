import Model

/// The learned weights of one language, made ready for scoring: immutable, and safe to use from many threads at once.
///
/// Weights are whole hundredths and values are fixed-point, so that each phrase's part of a score is a whole number of
/// `Evidence.unit` and sums are exact in any order.
struct LanguageModel: Sendable {
    /// What one hundredth of a weight is multiplied by, times a feature's value, to be a part in `Evidence.unit`.
    static let unitsPerHundredth = 1 / (100 * Evidence.unit)
    /// Bits after the point of a fixed-point value.
    static let valueBits: Int64 = 20

    let language: String
    private(set) var labels: [String]
    private(set) var exampleCounts: [Int]
    let calibration: Calibration
    /// By label, in `Evidence.unit`.
    private(set) var bases: [Int32]
    /// By feature: as the weights' file writes it.
    private(set) var phrases: [String] = []
    private(set) var book: WordBook
    private(set) var space = FeatureSpace()
    let weighting: FeatureWeighting
    private(set) var rows: WeightRows
    let spelling: SpellingIndex
    /// The part of coverage that a word has which no message had.
    let unknownIDF: Double

    init(_ weights: LanguageWeights, language: String) throws(LexiconError) {
        try weights.validate(language: language)
        self.language = language
        labels = weights.labels.map(\.id)
        exampleCounts = weights.labels.map(\.examples)
        calibration = weights.calibration
        bases = weights.labels.map { Int32(($0.base / Evidence.unit).rounded()) }
        var compiler = PhraseCompiler(language: language)
        let features = try compiler.compile(weights)
        book = compiler.book
        space = compiler.space
        phrases = compiler.phrases
        weighting = FeatureWeighting(compiler.space, messages: weights.examples, pairShare: weights.pairShare)
        rows = WeightRows(weights.labels, features: features, count: compiler.space.features.count)
        spelling = SpellingIndex(compiler.book)
        unknownIDF = FeatureWeighting.idf(0, of: weights.examples)
    }

    /// The model with one more label, which has no weights yet.
    func knowing(_ label: String) -> LanguageModel {
        guard !labels.contains(label) else { return self }
        var copy = self
        copy.labels.append(label)
        copy.exampleCounts.append(0)
        copy.bases.append(0)
        return copy
    }

    /// The model after a correction, which counts as an example of the label.
    func applying(_ correction: OnlineCorrection, to label: Int) -> LanguageModel {
        var copy = self
        copy.exampleCounts[label] += 1
        var changes: [Int32: [(label: Int32, change: Int32)]] = [:]
        for (label, change) in correction.changes.sorted(by: { $0.key < $1.key }) where label < labels.count {
            for (hit, value) in zip(correction.hits, change) {
                changes[hit.feature, default: []].append((Int32(label), Int32((value * 100).rounded())))
            }
        }
        copy.rows = rows.adding(changes)
        return copy
    }
}
