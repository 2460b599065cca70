import Model

extension FactScan {
    /// What stands around a number says whose it is.
    private enum Surroundings {
        case order
        /// An invoice's, a parcel's, a customer's, …
        case other
        case unknown
    }

    /// An id that begins with letters.
    func orderID(atWord index: Int) -> FoundFact? {
        guard let next = text.piece(index + 1), !next.isAfterSpace else { return nil }
        guard next.kind == .number || next.kind == .sign && text.isJoined(index + 2) else { return nil }
        let isJoiner = [0x2D, 0x2E, 0x2F, 0x5F].contains(next.value)
        return next.kind == .number || isJoiner ? orderID(at: index) : nil
    }

    func orderID(at index: Int) -> FoundFact? {
        guard isAtBorder(index) else { return nil }
        let start = text.pieces[index].start
        let fits = patterns.lazy.compactMap { pattern in
            pattern.end(in: text.bytes, from: start).map { (pattern: pattern, end: $0) }
        }
        guard fits.first != nil else { return nil }
        let surroundings = surroundings(of: index)
        guard surroundings != .other else { return nil }
        for fit in fits {
            let pieces = index..<pieceIndex(at: fit.end, from: index)
            if fit.pattern.needsOrderWord, surroundings != .order && !standsApart(pieces) || isYear(pieces) { continue }
            if surroundings == .order, let groups = groups(from: pieces) { return groups }
            return FoundFact(.orderID, pieces, text.string(start..<fit.end))
        }
        return nil
    }

    /// Not in the middle of a longer number.
    private func isAtBorder(_ index: Int) -> Bool {
        guard index > 0, !text.pieces[index].isAfterSpace else { return true }
        let before = text.pieces[index - 1]
        guard before.kind == .sign else { return before.kind == .newline }
        let joins = ["-", "/", "_", ".", ","].contains(where: before.isSign)
        return !joins || before.isAfterSpace || index == 1 || text.pieces[index - 2].kind == .sign
    }

    private func pieceIndex(at end: Int, from index: Int) -> Int {
        var next = index
        while next < text.pieces.count, text.pieces[next].start < end { next += 1 }
        return next
    }

    /// "order from 2025"; with a `#` or "number" before it, it is an id all the same.
    private func isYear(_ pieces: Range<Int>) -> Bool {
        let index = pieces.lowerBound
        let piece = text.pieces[index]
        guard pieces.count == 1, piece.kind == .number, piece.count == 4 else { return false }
        return (1900...2099).contains(piece.value) && !text.isSign("#", at: index - 1)
            && !text.has(.numbering, at: index - 1)
    }

    private func surroundings(of index: Int) -> Surroundings {
        let before = wordsBefore(index)
        guard before == .unknown else { return before }
        return hasOrderWord(behind: index) ? .order : .unknown
    }

    /// Goes back over "number", "is", "the", …; once the word "number" is met, over any words of the sentence.
    private func wordsBefore(_ index: Int) -> Surroundings {
        let isMarked = text.isSign("#", at: index - 1)
        var isNumbered = isMarked
        for place in (max(0, index - 12)..<index).reversed() {
            let piece = text.pieces[place]
            if piece.has(.order) { return .order }
            if piece.has(.otherNumber) || piece.has(.phone) { return .other }
            isNumbered = isNumbered || piece.has(.numbering)
            if isEnd(place) || !isNumbered && !isPassed(piece) { break }
        }
        return isMarked || text.has(.numbering, at: isStop(index - 1) ? index - 2 : index - 1) ? .order : .unknown
    }

    private func isStop(_ place: Int) -> Bool {
        [".", ":", "°", "º"].contains { text.isSign($0, at: place) }
    }

    private func isPassed(_ piece: Piece) -> Bool {
        switch piece.kind {
        case .word: piece.has([.linking, .article, .numbering])
        case .sign, .newline: true
        default: false
        }
    }

    private func isEnd(_ place: Int) -> Bool {
        let piece = text.pieces[place]
        if piece.isSign("?") || piece.isSign("!") || piece.kind == .newline && piece.value > 1 { return true }
        return piece.isSign(".") && !text.has([.shortened, .numbering], at: place - 1)
    }

    /// "12345 is my order number", "12345 (Bestellung)".
    private func hasOrderWord(behind index: Int) -> Bool {
        for place in index + 1..<index + 7 {
            guard let piece = text.piece(place) else { return false }
            if piece.has(.order) { return true }
            let passes = piece.has([.linking, .article]) || ["(", "=", ","].contains(where: piece.isSign)
            // The rest of the id itself.
            let isOwn = !piece.isAfterSpace && (piece.kind == .number || piece.isSign("-"))
            if !passes, !isOwn { return false }
        }
        return false
    }
}

extension FactScan {
    /// An id with no word beside it: "my desk (71990) has come", or a sentence of its own.
    private func standsApart(_ pieces: Range<Int>) -> Bool {
        let digits = text.pieces[pieces].reduce(0) { $0 + ($1.kind == .number ? $1.count : 0) }
        let (before, after) = (pieces.lowerBound - 1, pieces.upperBound)
        if text.isSign("(", at: before) {
            let isClosed = text.isSign(")", at: after) || text.isSign(",", at: after)
            return isClosed && digits >= (text.pieces[pieces.lowerBound].kind == .word ? 4 : 5)
        }
        // A telephone number has a zero before it, or a group behind it.
        let isPlain = pieces.count == 1 && text.bytes[text.pieces[pieces.lowerBound].start] != UInt8(ascii: "0")
        return isPlain && digits >= 6 && (before < 0 || isBreak(before))
            && (after == text.pieces.count || isBreak(after))
    }

    private func isBreak(_ place: Int) -> Bool {
        text.pieces[place].kind == .newline || [".", "?", "!"].contains(where: text.pieces[place].isSign)
    }

    /// "5512 0884 01": groups of digits that belong together.
    private func groups(from first: Range<Int>) -> FoundFact? {
        guard first.count == 1, text.pieces[first.lowerBound].kind == .number else { return nil }
        var end = first.upperBound
        while let piece = text.piece(end), piece.kind == .number, piece.isAfterSpace, (2...6).contains(piece.count) {
            end += 1
        }
        guard end >= first.upperBound + 2, !text.isJoined(end), !text.has([.unit, .currency, .month], at: end) else {
            return nil
        }
        let pieces = first.lowerBound..<end
        let digits = text.pieces[pieces].map { text.string($0.start..<$0.end) }
        return FoundFact(.orderID, pieces, digits.joined())
    }
}
