extension Tokenizer {
    /// A run of letters with what apostrophes join to it; the parts are tokens of their own.
    mutating func takeWord(from start: Int, end: Int) -> Int {
        let first = endOfLetters(from: start, end: end)
        guard first > start else { return start + 1 }
        guard first + 1 < end, case .apostrophe = ScalarClass(scalars[first]) else {
            appendWord(start..<first)
            return first
        }
        let second = endOfLetters(from: first + 1, end: end)
        guard second > first + 1 else {
            appendWord(start..<first)
            return first + 1
        }
        if isEnglish, takeContraction(start..<first, first + 1..<second) { return second }
        appendWord(start..<first)
        return first + 1
    }

    private func endOfLetters(from start: Int, end: Int) -> Int {
        var index = start
        while index < end {
            switch ScalarClass(scalars[index]) {
            case .letter: index += 1
            case .combining where index > start: index += 1
            default: return index
            }
        }
        return index
    }

    private mutating func appendWord(_ range: Range<Int>) {
        defer { numberEnd = nil }
        if let numberEnd, range.lowerBound <= numberEnd + 1, isCurrencyName(range) {
            return extendNumber(to: range.upperBound)
        }
        currencyStart = nil
        append(.word, range)
    }

    /// "don't" is "do not" and "where's" is "where is", so that a keyword needs to be written once.
    private mutating func takeContraction(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard right.count <= 2 else { return false }
        let ending = String(String.UnicodeScalarView(scalars[right])).lowercased()
        if ending == "t", left.count > 1, scalars[left.upperBound - 1].properties.lowercaseMapping == "n" {
            appendNegation(left, end: right.upperBound)
            return true
        }
        guard let word = Self.contractions[ending] else { return false }
        appendWord(left)
        append(.word, left.upperBound..<right.upperBound, form: word)
        return true
    }

    private mutating func appendNegation(_ left: Range<Int>, end: Int) {
        let stem = left.lowerBound..<left.upperBound - 1
        let written = String(String.UnicodeScalarView(scalars[stem])).lowercased()
        append(.word, stem, form: Self.negated[written] ?? written)
        append(.word, stem.upperBound..<end, form: "not")
    }

    private static let contractions = ["s": "is", "m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"]
    private static let negated = ["ca": "can", "wo": "will", "sha": "shall"]

    mutating func append(_ kind: Token.Kind, _ range: Range<Int>, form: String) {
        let from = output.bytes.count
        output.bytes.append(contentsOf: form.utf8)
        let token = Token(kind: kind, start: range.lowerBound, end: range.upperBound, form: from..<output.bytes.count)
        output.tokens.append(token)
    }

    mutating func append(_ kind: Token.Kind, _ range: Range<Int>) {
        let from = output.bytes.count
        if range.count <= Self.longestWord { appendForm(of: range, kind: kind) }
        let token = Token(kind: kind, start: range.lowerBound, end: range.upperBound, form: from..<output.bytes.count)
        output.tokens.append(token)
    }
}
