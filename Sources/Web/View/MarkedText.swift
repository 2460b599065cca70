import Model

/// A text cut where keywords were found in it.
enum MarkedText {
    struct Piece: Hashable, Sendable {
        var text: String
        var isMarked: Bool
        /// What the mark says when pointed at, such as `order.where +2.4`.
        var title: String
    }

    /// Cuts `text` at the evidence of the intents, best intent first. Where marks overlap, the earlier start wins, and
    /// the better intent among equal starts. Offsets outside the text are passed over.
    static func pieces(of text: String, intents: [ScoredIntent]) -> [Piece] {
        let scalars = Array(text.unicodeScalars)
        var pieces: [Piece] = []
        var position = 0
        for (intent, evidence) in marks(intents, length: scalars.count) where evidence.start >= position {
            append(scalars[position..<evidence.start], to: &pieces)
            let title = "\(intent) \(Weight.text(evidence.weight))"
            append(scalars[evidence.start..<evidence.end], title: title, to: &pieces)
            position = evidence.end
        }
        append(scalars[position...], to: &pieces)
        return pieces
    }

    private static func marks(_ intents: [ScoredIntent], length: Int) -> [(String, Evidence)] {
        intents.enumerated()
            .flatMap { rank, intent in intent.evidence.map { (rank, intent.intent, $0) } }
            .filter { $0.2.start >= 0 && $0.2.start < $0.2.end && $0.2.end <= length }
            .sorted { ($0.2.start, $0.0, $0.2.end) < ($1.2.start, $1.0, $1.2.end) }
            .map { ($0.1, $0.2) }
    }

    private static func append(_ scalars: ArraySlice<Unicode.Scalar>, title: String? = nil, to pieces: inout [Piece]) {
        guard !scalars.isEmpty else { return }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        pieces.append(Piece(text: String(text), isMarked: title != nil, title: title ?? ""))
    }
}

/// A keyword's weight as people read it: `+2.4`, `−0.8`.
enum Weight {
    static func text(_ weight: Double) -> String {
        let tenths = (abs(weight) * 10).rounded() / 10
        let number = tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
        return (weight < 0 ? "−" : "+") + number
    }
}
