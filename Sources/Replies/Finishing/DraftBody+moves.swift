package import Model

extension DraftBody {
    /// Where the moves of an earlier version stand in this text: those whose words a person left as they were, in the
    /// order of both texts.
    package func movesKept(from earlier: DraftBody) -> [MoveSpan] {
        MoveSpans.kept(earlier.moves, of: earlier.text, in: text)
    }
}

/// Spans of moves carried from one text to another.
enum MoveSpans {
    /// Each is looked for behind the one before it.
    static func kept(_ moves: [MoveSpan], of old: String, in new: String) -> [MoveSpan] {
        guard old != new else { return moves }
        let (old, new) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
        var position = 0
        return moves.compactMap { span in
            guard 0 <= span.start, span.start < span.end, span.end <= old.count,
                let start = Self.position(of: old[span.start..<span.end], in: new, from: position)
            else { return nil }
            position = start + span.end - span.start
            return MoveSpan(span.move, matter: span.matter, start: start, end: position)
        }
    }

    static func position(of words: ArraySlice<Unicode.Scalar>, in text: [Unicode.Scalar], from: Int) -> Int? {
        guard let first = words.first, from + words.count <= text.count else { return nil }
        return (from...(text.count - words.count)).first { start in
            text[start] == first && text[start..<start + words.count].elementsEqual(words)
        }
    }
}
