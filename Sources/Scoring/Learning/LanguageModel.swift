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
    let labels: [String]
    let exampleCounts: [Int]
    let calibration: Calibration
    /// By label, in `Evidence.unit`.
    let bases: [Int32]
    /// By feature: as the weights' file writes it.
    private(set) var phrases: [String] = []
    private(set) var book: WordBook
    private(set) var space = FeatureSpace()
    let weighting: FeatureWeighting
    private(set) var rows: WeightRows
    let spelling: SpellingIndex
    /// The part of coverage that a word has which no message had.
    let unknownIDF: Double

    init(_ weights: LanguageWeights, language: String) throws(LearnedWeightsError) {
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
}
