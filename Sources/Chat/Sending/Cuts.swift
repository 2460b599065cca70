/// The last places in a stretch of text where it can be cut, by rank; each is the index behind the cut.
struct Cuts {
    /// Behind an empty line.
    private(set) var paragraph: Int?
    /// Behind a sentence or a line.
    private(set) var sentence: Int?
    private(set) var word: Int?

    /// - Parameter end: the first index that has no room any more; within `letters`.
    init(_ letters: [Character], from start: Int, to end: Int) {
        for index in start..<end where letters[index].isWhitespace || Self.endsAlone(letters[index]) {
            note(letters, index)
        }
        // What fits to the last letter needs no space behind it in this part.
        if letters[end].isWhitespace { note(letters, end) }
    }

    private mutating func note(_ letters: [Character], _ index: Int) {
        if !letters[index].isWhitespace {
            sentence = index + 1
        } else if letters[index].isNewline {
            if Self.isBlankLine(letters, endingAt: index) { paragraph = index } else { sentence = index }
        } else if Self.isSentence(letters, before: index) {
            sentence = index
        } else {
            word = index
        }
    }

    /// Marks that end a sentence with no space behind them.
    private static func endsAlone(_ letter: Character) -> Bool {
        "。！？".contains(letter)
    }

    /// Whether nothing but white space stands between this line end and the one before it.
    private static func isBlankLine(_ letters: [Character], endingAt index: Int) -> Bool {
        var index = index - 1
        while index >= 0, letters[index].isWhitespace {
            if letters[index].isNewline { return true }
            index -= 1
        }
        return false
    }

    /// Whether a sentence ends before the space at `space`: a mark, perhaps in quotes or brackets, and behind the space
    /// nothing that goes on in lower case. A point behind a number or a single letter, or before a number, is an ordinal or
    /// an abbreviation.
    private static func isSentence(_ letters: [Character], before space: Int) -> Bool {
        var mark = space - 1
        while mark >= 0, "\"'”’»«)]".contains(letters[mark]) { mark -= 1 }
        guard mark >= 1, ".!?…".contains(letters[mark]) else { return false }
        let next = space + 1 < letters.count ? letters[space + 1] : nil
        if next?.isLowercase == true { return false }
        return letters[mark] != "." || !(next?.isNumber == true || isAbbreviated(letters, before: mark))
    }

    private static func isAbbreviated(_ letters: [Character], before point: Int) -> Bool {
        let last = letters[point - 1]
        if last.isNumber { return true }
        return last.isLetter && (point < 2 || !(letters[point - 2].isLetter || letters[point - 2].isNumber))
    }
}
