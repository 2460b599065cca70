import Model

extension FactScan {
    /// What stands behind "article no.", "model", "produit": a code, or a name in quotation marks.
    func product(behind index: Int) -> FoundFact? {
        var next = index + 1
        while next < index + 7, isPassed(next) { next += 1 }
        guard let piece = text.piece(next) else { return nil }
        if piece.kind == .sign { return quoted(at: next, piece) }
        return code(at: next, isNumbered: next > index + 1 || isCompound(index))
    }

    private func isPassed(_ index: Int) -> Bool {
        guard let piece = text.piece(index) else { return false }
        if piece.kind == .word {
            return piece.has([.numbering, .product]) || piece.has(.linking) && !piece.has(.article)
        }
        return ["-", ".", ":", "#", "°", "("].contains(where: piece.isSign)
    }

    /// "Artikelnummer" and "SKU" say already that a number follows.
    private func isCompound(_ index: Int) -> Bool {
        text.pieces[index].count > 9 || text.pieces[index].count <= 4
    }

    private func quoted(at index: Int, _ sign: Piece) -> FoundFact? {
        guard [0x22, 0x201C, 0x201E, 0xAB, 0x2018, 0x27].contains(sign.value) else { return nil }
        for end in index + 1..<index + 12 {
            guard let piece = text.piece(end), piece.kind != .newline else { return nil }
            guard piece.kind == .sign, [0x22, 0x201D, 0x201C, 0xBB, 0x2019, 0x27].contains(piece.value) else {
                continue
            }
            guard end > index + 1 else { return nil }
            return FoundFact(.product, index + 1..<end, text.string(ofPieces: index + 1..<end))
        }
        return nil
    }

    /// Letters, digits and signs without blanks, with a digit in them.
    private func code(at index: Int, isNumbered: Bool) -> FoundFact? {
        var end = index + 1
        while end < index + 10, let piece = text.piece(end), !piece.isAfterSpace {
            let joins = ["-", "/", "_", "."].contains(where: piece.isSign) && text.isJoined(end + 1)
            guard joins || piece.kind == .word || piece.kind == .number else { break }
            end += 1
        }
        let pieces = text.pieces[index..<end]
        guard pieces.contains(where: { $0.kind == .number }), pieces[index].kind != .email else { return nil }
        let length = text.pieces[end - 1].end - text.pieces[index].start
        let hasLetter = pieces.contains { $0.kind == .word }
        guard length >= (hasLetter ? 2 : 3), hasLetter || isNumbered, !pieces[index].has(.ordinal) else { return nil }
        return FoundFact(.product, index..<end, text.string(ofPieces: index..<end))
    }
}
