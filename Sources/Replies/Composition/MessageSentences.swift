import Model

/// The sentences of a message's new text.
struct MessageSentences {
    private let scalars: [Unicode.Scalar]
    let ranges: [Range<Int>]

    init(_ reading: Reading) {
        scalars = reading.newText.scalars(atMost: Sentences.reach)
        ranges = Sentences.ranges(in: scalars[...])
    }

    func range(at offset: Int) -> Range<Int>? {
        ranges.first { $0.contains(offset) }
    }

    func text(_ range: Range<Int>) -> String {
        String(scalars: scalars[range])
    }

    func isQuestion(_ range: Range<Int>) -> Bool {
        scalars[range].contains("?")
    }

    /// A sentence but for one piece of it.
    func text(_ range: Range<Int>, without piece: TextSpan) -> String {
        let before = range.clamped(to: 0..<max(0, min(piece.start, scalars.count)))
        let behind = range.clamped(to: min(max(0, piece.end), scalars.count)..<scalars.count)
        return text(before) + " " + text(behind)
    }
}
