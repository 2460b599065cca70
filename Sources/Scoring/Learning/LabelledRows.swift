/// What is known of each row of a corpus besides its words: examples first, then hints.
struct LabelledRows: Sendable {
    /// The label of each row.
    let labels: [Int32]
    /// The part of each row when each part is scored by a fit of the others.
    let folds: [UInt8]
    /// What an error costs against one on any example.
    let weights: [Double]
    /// The rows of each label, in order.
    let positives: [[Int32]]
    /// How many examples each label has.
    let examples: [Int]

    init(_ corpus: LanguageCorpus) {
        var positives = Array(repeating: [Int32](), count: corpus.labels.count)
        for (row, label) in corpus.labelOfMessage.enumerated() { positives[Int(label)].append(Int32(row)) }
        let own = positives.map { Array($0.prefix { $0 < corpus.exampleCount }) }
        self.positives = positives
        labels = corpus.labelOfMessage
        folds = Self.folds(own, count: corpus.count)
        examples = own.map(\.count)
        let hints = corpus.labelOfMessage.dropFirst(corpus.exampleCount)
        weights =
            Array(repeating: 1, count: corpus.exampleCount)
            + hints.map { LabelHint.cost(examples: own[Int($0)].count) }
    }

    /// Every fold has its share of each label's examples, next to each other in the log: neighbours are often by the
    /// same hand, and would make messages that were held out look more known than new ones are.
    private static func folds(_ examples: [[Int32]], count: Int) -> [UInt8] {
        var folds = Array(repeating: LabelProblem.noFold, count: count)
        for rows in examples {
            for (place, row) in rows.enumerated() {
                folds[Int(row)] = UInt8(place * Int(LabelProblem.folds) / rows.count)
            }
        }
        return folds
    }
}
