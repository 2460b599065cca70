/// The sentences of a text, as ranges of the pieces of a `ScannedText`.
///
/// A full stop after a shortened word, an initial or an ordinal ends nothing; a line end does where the line is too
/// short to have been wrapped, before items of lists and at blank lines. Bullets belong to no sentence.
struct Sentences {
    static func ranges(in text: ScannedText) -> [Range<Int>] {
        var cutter = Self(text: text)
        cutter.run()
        return cutter.ranges
    }

    /// A word that would have fitted within this many bytes was put on the next line on purpose.
    private static let wrapColumn = 60
    /// Mail programs wrap before this.
    private static let longestWrapped = 100

    /// No writer means more than this by one sentence, and what looks at sentences may look at each word several times.
    private static let longestSentence = 300

    private let text: ScannedText
    private var ranges: [Range<Int>] = []
    private var start = 0
    /// Offset in bytes.
    private var lineStart = 0

    private init(text: ScannedText) {
        self.text = text
    }

    private mutating func run() {
        skipBullet()
        var index = 0
        while index < text.pieces.count {
            let piece = text.pieces[index]
            index += 1
            if piece.kind == .newline {
                takeNewline(at: index - 1)
            } else if piece.kind == .sign, endsSentence(at: index - 1) {
                while let next = text.piece(index), isCloser(next) { index += 1 }
                cut(at: index)
            } else if index - start >= Self.longestSentence {
                cut(at: index)
            }
        }
        cut(at: text.pieces.count)
    }

    private mutating func takeNewline(at index: Int) {
        if endsLine(at: index) {
            cut(at: index)
            start = index + 1
        }
        lineStart = text.pieces[index].end
        if start > index { skipBullet() }
    }

    private mutating func cut(at end: Int) {
        let range = max(start, 0)..<max(start, end)
        start = end
        if text.pieces[range].contains(where: { $0.kind != .sign && $0.kind != .newline }) { ranges.append(range) }
    }

    private mutating func skipBullet() {
        guard let first = text.piece(start), let next = text.piece(start + 1) else { return }
        if isBullet(first), next.isAfterSpace {
            start += 1
        } else if isListNumber(first), next.isSign(")") || next.isSign(".") && first.kind == .number,
            text.piece(start + 2)?.isAfterSpace == true
        {
            start += 2
        }
    }

    private func isBullet(_ piece: Piece) -> Bool {
        guard piece.kind == .sign else { return false }
        // The hyphen, the asterisk, the middle dot, dashes and bullets.
        return [0x2D, 0x2A, 0xB7, 0x2013, 0x2014, 0x2022, 0x25CF, 0x25AA].contains(piece.value)
    }

    private func isListNumber(_ piece: Piece) -> Bool {
        piece.kind == .number && piece.count <= 2 || piece.kind == .word && piece.count == 1
    }

    private func isCloser(_ piece: Piece) -> Bool {
        guard piece.kind == .sign, !piece.isAfterSpace else { return false }
        return [0x21, 0x22, 0x27, 0x29, 0x2A, 0x2E, 0x3F, 0x5D, 0x5F, 0xBB, 0x2019, 0x201C, 0x201D, 0x2026]
            .contains(piece.value)
    }

    private func endsLine(at index: Int) -> Bool {
        guard text.pieces[index].value < 2, let next = text.piece(index + 1), index > 0 else { return true }
        let last = text.pieces[index - 1]
        if [".", "?", "!", ":"].contains(where: last.isSign) { return true }
        if isBullet(next) || next.kind == .number && text.piece(index + 2)?.isSign(")") == true { return true }
        let length = text.pieces[index].start - lineStart
        guard length + 1 + next.count > Self.wrapColumn, length <= Self.longestWrapped else { return true }
        return next.isCapital && next.has(.opener) && length < Self.wrapColumn + 6
    }
}

extension Sentences {
    private func endsSentence(at index: Int) -> Bool {
        let piece = text.pieces[index]
        switch piece.value {
        case 0x2E: return isFullStop(at: index)
        case 0x2026: return !continues(after: index)
        // The marks of other scripts end sentences without space.
        case 0x3002, 0xFF01, 0xFF1F: return true
        case 0x21, 0x3F: return text.piece(index + 1)?.isSign("?") != true && text.piece(index + 1)?.isSign("!") != true
        default: return false
        }
    }

    private func continues(after index: Int) -> Bool {
        guard let next = text.piece(index + 1) else { return false }
        return next.kind == .word && !next.isCapital
    }

    private func isFullStop(at index: Int) -> Bool {
        guard let next = text.piece(index + 1), next.kind != .newline, index > 0 else { return true }
        let last = text.pieces[index - 1]
        guard next.isAfterSpace else { return isStopWithoutSpace(last, next) }
        if last.isSign(".") { return !continues(after: index) }
        guard !text.pieces[index].isAfterSpace else { return true }
        switch last.kind {
        case .word: return !isShortened(last, before: next)
        case .number: return !isOrdinal(at: index - 1, before: next)
        default: return true
        }
    }

    /// "order.Where" lacks a blank; "example.com" does not.
    private func isStopWithoutSpace(_ last: Piece, _ next: Piece) -> Bool {
        if next.kind == .sign { return isCloser(next) && !next.isSign(".") && !next.isSign("!") && !next.isSign("?") }
        return last.kind == .word && last.count > 1 && next.kind == .word && next.isCapital && next.has(.opener)
    }

    private func isShortened(_ last: Piece, before next: Piece) -> Bool {
        let startsAfresh = next.isCapital && next.has(.opener)
        if last.count == 1 { return !startsAfresh }
        if text.language == "de", next.kind == .number, isStreet(last) { return true }
        guard last.has(.shortened) else { return false }
        if last.has(.numbering) {
            return next.kind != .word || next.isCapital && !next.has(.opener) && !next.has(.common)
        }
        return last.has(.title) || !startsAfresh
    }

    /// "Hafenstr. 7".
    private func isStreet(_ word: Piece) -> Bool {
        word.count > 3 && text.bytes[word.start..<word.end].suffix(3).elementsEqual("str".utf8)
    }

    /// "4. März" and "das 2. Paket" go on.
    private func isOrdinal(at index: Int, before next: Piece) -> Bool {
        guard text.pieces[index].count <= 2 else { return false }
        if index == start || next.has(.month) { return true }
        guard text.language == "de" else { return false }
        return next.kind == .number || !next.isCapital || text.has([.article, .preposition], at: index - 1)
    }
}
