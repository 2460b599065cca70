import Model

/// Finds the writer's name: introduced ("my name is"), or where letters end.
struct NameFinder {
    private static let longestName = 4
    /// The writer's name stands in one of the last lines.
    private static let closingLines = 8

    private let text: ScannedText

    init(text: ScannedText) {
        self.text = text
    }

    /// In the order of the text, without overlap.
    /// - Parameter fullText: where the name in a signature that `text` lacks is looked for; it counts where `text` has
    ///   it too.
    func names(fullText: String?) -> [FoundFact] {
        let lines = lastLines()
        let introduced = introduced()
        if let signed = signed(lines) { return introduced.apart(from: [fact(signed)]).merged(with: [fact(signed)]) }
        if !introduced.isEmpty { return introduced }
        guard let fullText, fullText.utf8.count != text.bytes.count else { return [] }
        return mentioned(in: fullText)
    }

    private func fact(_ pieces: Range<Int>) -> FoundFact {
        FoundFact(.name, pieces, text.string(ofPieces: pieces))
    }

    private func mentioned(in fullText: String) -> [FoundFact] {
        let full = ScannedText(fullText, language: text.language)
        let finder = Self(text: full)
        guard let signed = finder.signed(finder.lastLines()) else { return [] }
        let name = full.string(ofPieces: signed)
        let first = full.string(ofPieces: signed.lowerBound..<signed.lowerBound + 1)
        for index in text.pieces.indices where text.pieces[index].isCapital {
            if matches(first, at: index) { return [FoundFact(.name, whole(name, from: index), name)] }
        }
        return []
    }

    private func matches(_ word: String, at index: Int) -> Bool {
        let piece = text.pieces[index]
        return piece.count == word.utf8.count && text.bytes[piece.start..<piece.end].elementsEqual(word.utf8)
    }

    /// The whole name where the text has it, else its first word.
    private func whole(_ name: String, from index: Int) -> Range<Int> {
        let start = text.pieces[index].start
        let end = start + name.utf8.count
        guard end <= text.bytes.count, text.bytes[start..<end].elementsEqual(name.utf8) else {
            return index..<index + 1
        }
        return index..<(text.pieces[index...].firstIndex { $0.start >= end } ?? text.pieces.count)
    }
}

extension NameFinder {
    /// "My name is Ana López", "ich heiße …", "je m'appelle …", "soy …".
    private func introduced() -> [FoundFact] {
        var end = 0
        return text.pieces.indices.compactMap { index in
            guard let name = name(introducedAt: index), name.lowerBound >= end else { return nil }
            end = name.upperBound
            return fact(name)
        }
    }

    private func name(introducedAt index: Int) -> Range<Int>? {
        let piece = text.pieces[index]
        if piece.has(.called) { return name(at: index + 1) }
        guard piece.has(.name), text.has(.own, at: index - 1) || isLabel(index) else { return nil }
        guard text.has(.linking, at: index + 1) || text.isSign(":", at: index + 1) else { return nil }
        return name(at: index + 2)
    }

    /// "Name: Ana López" at the beginning of a line.
    private func isLabel(_ index: Int) -> Bool {
        guard text.isSign(":", at: index + 1) else { return false }
        return index == 0 || text.pieces[index - 1].kind == .newline
    }

    /// Capitalised words; one in small letters where it is no common word.
    private func name(at index: Int) -> Range<Int>? {
        var start = index
        while text.has(.title, at: start) || start > index && text.isSign(".", at: start) { start += 1 }
        var end = start
        while end < start + 2 * Self.longestName, let piece = text.piece(end), isNamePart(piece, at: end, first: start)
        {
            end += 1
        }
        while end > start, text.pieces[end - 1].kind != .word || text.pieces[end - 1].has(.particle) { end -= 1 }
        return end > start ? start..<end : nil
    }

    /// "thanks, anna", but not "merci de vérifier".
    private func standsAlone(_ index: Int) -> Bool {
        guard let before = text.piece(index - 1), before.kind == .word else { return true }
        return before.has([.thanks, .closing]) || before.has(.called) && text.language != "es"
    }

    private func isNamePart(_ piece: Piece, at index: Int, first: Int) -> Bool {
        if piece.kind == .sign {
            if piece.isSign("."), index > first, text.pieces[index - 1].count == 1 { return true }
            return !piece.isAfterSpace && text.isJoined(index + 1) && [0x27, 0x2019, 0x2D].contains(piece.value)
        }
        guard piece.kind == .word else { return false }
        if piece.isCapital {
            return piece.roles.isDisjoint(with: [.common, .greeting, .thanks, .order])
                || index > first && piece.has(.particle)
        }
        if index > first, piece.has(.particle) { return text.piece(index + 1)?.isCapital == true }
        return index == first && piece.roles.isEmpty && piece.count > 2 && standsAlone(index)
    }
}

extension NameFinder {
    /// Without their line ends; the last of the text.
    private func lastLines() -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var end = text.pieces.count
        for index in text.pieces.indices.reversed() where text.pieces[index].kind == .newline {
            if index + 1 < end { lines.append(index + 1..<end) }
            end = index
            if lines.count == Self.closingLines { return lines.reversed() }
        }
        if end > 0 { lines.append(0..<end) }
        return lines.reversed()
    }

    private func signed(_ lines: [Range<Int>]) -> Range<Int>? {
        for (number, line) in lines.enumerated().reversed() {
            guard let closing = closing(in: line) else { continue }
            if let name = wholeName(closing..<line.upperBound) { return name }
            if number + 1 < lines.count, closing == line.upperBound, let name = wholeName(lines[number + 1]) {
                return name
            }
        }
        guard let last = lines.last else { return nil }
        if lines.count > 1, last.count <= 6, isCapitalised(last), let name = wholeName(last) { return name }
        return nameBehindSentence(last)
    }

    /// "Is he still coming? Graham Tull, 07700 900461", "Keep it up! Fran".
    private func nameBehindSentence(_ line: Range<Int>) -> Range<Int>? {
        let stop = line.dropLast().last { isFullStop($0) && text.piece($0 + 1)?.isCapital == true }
        let start = stop.map { $0 + 1 } ?? line.lowerBound
        guard start > 0, let name = name(at: start), isWholeInCapitals(name) else { return nil }
        let rest = name.upperBound..<max(name.upperBound, line.upperBound)
        let words = text.pieces[name].count { $0.kind == .word }
        if rest.isEmpty { return words > 1 || stop != nil && isUncommon(start) ? name : nil }
        return words > 1 && text.isSign(",", at: rest.lowerBound) && isAboutPerson(rest.dropFirst()) ? name : nil
    }

    private func isWholeInCapitals(_ name: Range<Int>) -> Bool {
        text.pieces[name].allSatisfy { $0.kind != .word || $0.isCapital || $0.has(.particle) }
    }

    private func isUncommon(_ index: Int) -> Bool {
        !text.pieces[index].has([.month, .weekday, .day])
    }

    private func isFullStop(_ index: Int) -> Bool {
        [".", "?", "!"].contains(where: text.pieces[index].isSign) && !text.has(.title, at: index - 1)
            && text.piece(index - 1)?.count != 1
    }

    /// A telephone number, an address or a few words such as "office manager".
    private func isAboutPerson(_ tail: Range<Int>) -> Bool {
        if text.pieces[tail].contains(where: { $0.kind == .email }) { return true }
        let words = text.pieces[tail].count { $0.kind == .word }
        return words == 0 || words <= 3 && !text.pieces[tail].contains { $0.has([.subject, .past, .future]) }
    }

    private func isCapitalised(_ line: Range<Int>) -> Bool {
        text.pieces[line].allSatisfy {
            $0.kind != .word
                || $0.isCapital && ($0.roles.isSubset(of: [.month, .weekday, .title, .shortened]) || $0.has(.particle))
        }
    }

    /// Where the words that close a letter end: "Kind regards,", "Thanks", "MfG"; nil where the line begins otherwise.
    private func closing(in line: Range<Int>) -> Int? {
        var end = line.lowerBound
        guard let first = text.piece(end), first.has([.closing, .thanks]) else { return closingBehindSentence(line) }
        while end < line.upperBound, isClosing(text.pieces[end], isFirst: end == line.lowerBound) { end += 1 }
        return end
    }

    /// "Can you check this? Thanks, Anna".
    private func closingBehindSentence(_ line: Range<Int>) -> Int? {
        let tail = max(line.lowerBound, line.upperBound - 8)..<line.upperBound
        let stop = tail.last { isStop(text.pieces[$0]) && text.has([.closing, .thanks], at: $0 + 1) }
        guard let stop, stop + 1 < line.upperBound else { return nil }
        return closing(in: stop + 1..<line.upperBound)
    }

    private func isStop(_ piece: Piece) -> Bool {
        [".", "?", "!", ","].contains(where: piece.isSign)
    }

    private func isClosing(_ piece: Piece, isFirst: Bool) -> Bool {
        if piece.kind == .sign { return true }
        guard piece.kind == .word else { return false }
        return piece.has([.closing, .thanks, .common, .article, .filler])
            || !piece.isCapital && !isFirst && piece.has(.preposition)
    }

    /// A name and nothing else up to the end of the line.
    private func wholeName(_ line: Range<Int>) -> Range<Int>? {
        guard let name = name(at: line.lowerBound) else { return nil }
        let rest = text.pieces[name.upperBound..<max(name.upperBound, line.upperBound)]
        return rest.allSatisfy { $0.kind == .sign } ? name : nil
    }
}
