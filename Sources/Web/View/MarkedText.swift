import Model

/// A text cut where keywords were found in it.
enum MarkedText {
    struct Piece: Hashable, Sendable {
        var text: String
        var isMarked: Bool
        /// What the mark says when pointed at, such as `order.where +2.4`.
        var title: String
    }

    /// Cuts `text` at the evidence of the intents, best intent first. Where marks overlap, the earlier start wins,
    /// then the better intent, then the longer phrase. Offsets outside the text are passed over.
    static func pieces(of text: String, intents: [ScoredIntent]) -> [Piece] {
        let scalars = Array(text.unicodeScalars)
        var pieces: [Piece] = []
        var position = 0
        for mark in marks(intents, length: scalars.count) where mark.evidence.start >= position {
            let evidence = mark.evidence
            append(scalars[position..<evidence.start], to: &pieces)
            let title = "\(mark.intent) \(Weight.text(evidence.weight))"
            append(scalars[evidence.start..<evidence.end], title: title, to: &pieces)
            position = evidence.end
        }
        append(scalars[position...], to: &pieces)
        return pieces
    }

    private struct Mark {
        var rank: Int
        var intent: String
        var evidence: Evidence

        static func precedes(_ a: Mark, _ b: Mark) -> Bool {
            if a.evidence.start != b.evidence.start { return a.evidence.start < b.evidence.start }
            return a.rank == b.rank ? a.evidence.end > b.evidence.end : a.rank < b.rank
        }
    }

    private static func marks(_ intents: [ScoredIntent], length: Int) -> [Mark] {
        var marks: [Mark] = []
        for (rank, intent) in intents.enumerated() {
            for evidence in intent.evidence
            where evidence.start >= 0 && evidence.start < evidence.end && evidence.end <= length {
                marks.append(Mark(rank: rank, intent: intent.intent, evidence: evidence))
            }
        }
        return marks.sorted(by: Mark.precedes)
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
