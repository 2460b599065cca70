import Model

extension FactScan {
    /// A row of numbers that could be dialled.
    private struct Dialled {
        var digits = ""
        var groups: [Int] = []
        var isInternational = false
        var hasSeparators = false
        var end: Int
    }

    /// International numbers, national ones that begin with 0, the American form, and others where a word announces them.
    func phone(at index: Int) -> FoundFact? {
        if index > 0, !text.pieces[index].isAfterSpace, text.pieces[index - 1].kind == .number { return nil }
        guard !isShortBeforeWord(index) else { return nil }
        var dialled = dialled(from: index)
        if dialled.digits.hasPrefix("00"), !dialled.isInternational {
            dialled.digits.removeFirst(2)
            dialled.isInternational = true
        }
        guard isNumber(dialled, at: index) else { return nil }
        return FoundFact(.phone, index..<dialled.end, (dialled.isInternational ? "+" : "") + dialled.digits)
    }

    /// Nothing goes on a number but numbers and signs.
    private func isShortBeforeWord(_ index: Int) -> Bool {
        let piece = text.pieces[index]
        guard piece.kind == .number, piece.count < 6 else { return false }
        return text.piece(index + 1).map { $0.kind == .word } ?? true
    }

    private func isNumber(_ dialled: Dialled, at index: Int) -> Bool {
        let count = dialled.digits.utf8.count
        if dialled.isInternational { return (8...15).contains(count) }
        if dialled.digits.hasPrefix("0"), (9...13).contains(count), dialled.groups.count > 1 || count > 9 {
            return true
        }
        if dialled.groups.suffix(3) == [3, 3, 4], count <= 11, dialled.hasSeparators { return true }
        if text.language == "es", count == 9, dialled.groups.count > 2, dialled.groups[0] == 3 { return true }
        return (6...15).contains(count) && isAnnounced(index)
    }

    private func isAnnounced(_ index: Int) -> Bool {
        for place in (max(0, index - 6)..<index).reversed() {
            let piece = text.pieces[place]
            if piece.has(.phone) { return true }
            if piece.kind == .number || piece.isSign("?") || piece.isSign("!") { return false }
        }
        return false
    }

    private func dialled(from index: Int) -> Dialled {
        var result = Dialled(end: index)
        var place = index
        while place < text.pieces.count, place < index + 16, result.digits.utf8.count <= 15 {
            let piece = text.pieces[place]
            if piece.kind == .number {
                guard text.piece(place + 1)?.kind != .word || !text.isJoined(place + 1) else { break }
                if isTrunkZero(place, result) {
                    result.hasSeparators = true
                } else {
                    result.digits += text.string(piece.start..<piece.end)
                    result.groups.append(piece.count)
                }
                result.end = place + 1
            } else if !take(piece, at: place, first: index, into: &result) {
                break
            }
            place += 1
        }
        return result
    }

    /// The "(0)" of "+44 (0)20" is not dialled from abroad.
    private func isTrunkZero(_ place: Int, _ dialled: Dialled) -> Bool {
        dialled.isInternational && text.pieces[place].value == 0 && text.pieces[place].count == 1
            && text.isSign("(", at: place - 1) && text.isSign(")", at: place + 1)
    }

    private func take(_ piece: Piece, at place: Int, first: Int, into dialled: inout Dialled) -> Bool {
        guard piece.kind == .sign else { return false }
        switch piece.value {
        case 0x2B where place == first: dialled.isInternational = true
        case 0x28, 0x29: dialled.hasSeparators = true
        case 0x2D, 0x2E, 0x2F, 0x2013, 0x2011:
            guard text.piece(place + 1)?.kind == .number else { return false }
            dialled.hasSeparators = true
        default: return false
        }
        return true
    }
}
