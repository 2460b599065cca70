extension Tokenizer {
    /// A run of letters with what apostrophes join to it; the parts are tokens of their own.
    mutating func takeWord() {
        let start = here
        let isPlain = passLetters()
        guard here.byte < source.count else { return appendWord(from: start, isPlain: isPlain) }
        let apostrophe = look(at: here.byte)
        guard apostrophe.kind == .apostrophe else { return appendWord(from: start, isPlain: isPlain) }
        let first = here
        if isEnglish, takeContraction(from: start, apostrophe, isPlain: isPlain) { return }
        here = first
        appendWord(from: start, isPlain: isPlain)
        pass(apostrophe)
    }

    /// Goes past letters and what combines with them, and writes the small letters as far as they are ASCII.
    /// - Returns: whether all are.
    @inline(__always)
    private mutating func passLetters() -> Bool {
        passASCIILetters()
        guard here.byte < source.count, source[here.byte] >= 0x80 else { return true }
        return !passWideLetters()
    }

    private mutating func passWideLetters() -> Bool {
        let start = here.byte
        while here.byte < source.count {
            let sight = look(at: here.byte)
            guard sight.kind == .letter || sight.kind == .combining else { break }
            pass(sight)
        }
        return here.byte > start
    }

    /// Eight letters at a time: nearly every word ends within the first eight, and so takes one round.
    @inline(__always)
    private mutating func passASCIILetters() {
        let start = here.byte
        var byte = start
        while byte + 8 <= source.count {
            let word = EightBytes(source, at: byte)
            word.small.store(to: forms, at: byte)
            byte += word.letters
            guard word.letters == 8 else { return passASCII(byte - start) }
        }
        while byte < source.count, ScalarClass(ascii: source[byte] & 0x7F) == .letter, source[byte] < 0x80 {
            forms[byte] = source[byte] | 0x20
            byte += 1
        }
        passASCII(byte - start)
    }

    @inline(__always)
    private mutating func appendWord(from start: Place, isPlain: Bool) {
        if numberEnd != nil || currencyStart != nil, joinsNumber(from: start) { return }
        let range = start.byte..<here.byte
        if isEnglish, isPlain, Self.endsInNegation(range, in: source), splitNegation(from: start) { return }
        let form = isPlain ? plainForm(of: range) : form(of: range)
        append(.word, from: start, form: form, isCapitalized: Self.isCapitalized(range, in: source))
    }

    private mutating func joinsNumber(from start: Place) -> Bool {
        defer { numberEnd = nil }
        if let numberEnd, start.scalar <= numberEnd + 1, isCurrencyName(start.byte..<here.byte) {
            extendNumber(to: here.scalar)
            return true
        }
        currencyStart = nil
        return false
    }

    /// A function of the text alone: a method would copy the tokenizer for every word.
    @inline(__always)
    private static func isCapitalized(_ range: Range<Int>, in source: UnsafeBufferPointer<UInt8>) -> Bool {
        let first = source[range.lowerBound]
        guard first < 0x80 else { return first >= 0xC3 && startsWithWideCapital(range, in: source) }
        return first &- 0x41 < 26 && range.count > 1 && source[range.lowerBound + 1] &- 0x41 >= 26
    }

    private static func startsWithWideCapital(_ range: Range<Int>, in source: UnsafeBufferPointer<UInt8>) -> Bool {
        let first = ScalarSight(source, at: range.lowerBound)
        let isCapital = first.scalar < 0x800 && TwoByteScalars.lowercase(first.scalar).map(UInt32.init) != first.scalar
        let next = range.lowerBound + first.length
        return isCapital && next < range.upperBound && source[next] &- 0x41 >= 26
    }

    @inline(__always)
    private static func endsInNegation(_ range: Range<Int>, in source: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (4...8).contains(range.count), source[range.upperBound - 1] | 0x20 == UInt8(ascii: "t") else {
            return false
        }
        let before = source[range.upperBound - 2] | 0x20
        return before == UInt8(ascii: "n") || before == UInt8(ascii: "o") && range.count == 6
    }

    /// "dont", as many write it, and "cannot".
    private mutating func splitNegation(from start: Place) -> Bool {
        let word = string(start.byte..<here.byte)
        guard SpelledOut.isNegation(word) else { return false }
        let end = here
        here = start
        passASCII(end.byte - start.byte - (word == "cannot" ? 3 : 2))
        appendNegation(from: start, to: end)
        return true
    }

    /// "don't" is "do not" and "where's" is "where is", so that a keyword needs to be written once.
    private mutating func takeContraction(from start: Place, _ apostrophe: ScalarSight, isPlain: Bool) -> Bool {
        let left = here
        pass(apostrophe)
        let right = here
        guard passLetters(), (1...2).contains(here.byte - right.byte) else { return false }
        let ending = string(right.byte..<here.byte)
        if ending == "t", isPlain, left.byte - start.byte > 1, source[left.byte - 1] | 0x20 == UInt8(ascii: "n") {
            let end = here
            here = start
            passASCII(left.byte - 1 - start.byte)
            appendNegation(from: start, to: end)
            return true
        }
        guard let word = SpelledOut.word(ending: ending) else { return false }
        let end = here
        here = left
        appendWord(from: start, isPlain: isPlain)
        here = end
        append(.word, from: left, form: word)
        return true
    }

    /// The word to be negated ends here, and "not" at `end`.
    private mutating func appendNegation(from start: Place, to end: Place) {
        let negated = SpelledOut.word(beforeNegation: string(start.byte..<here.byte))
        let middle = here
        partFromNumber()
        append(.word, from: start, form: negated ?? plainForm(of: start.byte..<here.byte))
        here = end
        append(.word, from: middle, form: SpelledOut.not)
    }

    /// The small letters of a short range that has been passed.
    func string(_ range: Range<Int>) -> String {
        String(decoding: forms[range], as: UTF8.self)
    }
}
