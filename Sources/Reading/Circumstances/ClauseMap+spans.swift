import Model

extension ClauseMap {
    /// A longer passage is narrowed to what stands around the words that matter.
    static let longestPassage = 160
    private static let lead = 50
    private static let tail = 70

    func span(_ range: Range<Int>) -> TextSpan {
        span(mark(at: range.lowerBound), mark(at: range.upperBound))
    }

    private func span(_ start: Mark, _ end: Mark) -> TextSpan {
        let text = String(decoding: bytes[start.byte..<max(start.byte, end.byte)], as: UTF8.self)
        return TextSpan(text: text, start: start.scalar, end: end.scalar)
    }

    /// The passage from one clause to another with the words that matter in it: whole where that is not too long.
    func passage(_ range: ClosedRange<Int>, around words: Range<Int>) -> TextSpan {
        let start = clauses[range.lowerBound].start.scalar
        let end = max(clauses[range.upperBound].end.scalar, words.upperBound)
        guard end - start > Self.longestPassage else { return span(min(start, words.lowerBound)..<end) }
        return narrowed(start..<end, around: words)
    }

    private func narrowed(_ range: Range<Int>, around words: Range<Int>) -> TextSpan {
        let last = min(words.upperBound, words.lowerBound + Self.longestPassage)
        var from = mark(at: max(range.lowerBound, words.lowerBound - Self.lead))
        while from.scalar > range.lowerBound, from.scalar < words.lowerBound, !isSpace(before: from) { advance(&from) }
        var end = mark(at: last)
        var to = end
        while to.scalar < min(range.upperBound, last + Self.tail), to.byte < bytes.count {
            advance(&to)
            if to.byte == bytes.count || to.scalar == range.upperBound || isSpace(bytes[to.byte]) { end = to }
        }
        return span(from, end)
    }

    private func isSpace(before mark: Mark) -> Bool {
        mark.byte > 0 && isSpace(bytes[mark.byte - 1])
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
