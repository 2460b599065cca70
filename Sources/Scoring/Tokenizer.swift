/// Cuts a text to tokens in one pass; every scalar is looked at a bounded number of times.
///
/// Text is taken in chunks between white space. A chunk that is an e-mail address or a URL is one token; others are
/// walked through character by character.
struct Tokenizer {
    /// Longer runs of letters are no words of any language, and are not looked up.
    static let longestWord = 64

    let scalars: [Unicode.Scalar]
    let isEnglish: Bool
    var output: TokenizedText
    /// Where a currency sign stands that no number has followed yet.
    var currencyStart: Int?
    /// The end of the last number, which a currency sign or name may follow.
    var numberEnd: Int?

    static func tokens(of text: String, language: String) -> TokenizedText {
        var tokenizer = Tokenizer(scalars: Array(text.unicodeScalars), language: language)
        tokenizer.run()
        return tokenizer.output
    }

    init(scalars: [Unicode.Scalar], language: String) {
        self.scalars = scalars
        isEnglish = language == "en"
        output = TokenizedText(language: language)
        output.tokens.reserveCapacity(scalars.count / 4)
        output.bytes.reserveCapacity(scalars.count)
    }

    private mutating func run() {
        var index = 0
        var newlines = 0
        while index < scalars.count {
            switch ScalarClass(scalars[index]) {
            case .space: index += 1
            case .newline:
                let isPair = scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
                index += isPair ? 2 : 1
                newlines += 1
                if newlines == 2 { appendBoundary(at: index - 1) }
            default:
                newlines = 0
                index = takeChunk(from: index)
            }
        }
    }

    private mutating func takeChunk(from start: Int) -> Int {
        let chunk = TokenChunk(scalars, from: start)
        if let member = chunk.addressOrLink(in: scalars) {
            walk(start..<member.range.lowerBound, hasDigit: false)
            append(.member(member.kind), member.range)
            walk(member.range.upperBound..<chunk.end, hasDigit: false)
        } else {
            walk(start..<chunk.end, hasDigit: chunk.hasDigit)
        }
        return chunk.end
    }

    mutating func walk(_ range: Range<Int>, hasDigit: Bool) {
        var index = range.lowerBound
        while index < range.upperBound {
            index = step(at: index, end: range.upperBound, hasDigit: hasDigit)
        }
    }

    /// Takes what begins at `index` and says where to go on.
    private mutating func step(at index: Int, end: Int, hasDigit: Bool) -> Int {
        switch ScalarClass(scalars[index]) {
        case .letter, .digit:
            return hasDigit ? takeRun(from: index, end: end) : takeWord(from: index, end: end)
        case .ideograph:
            append(.character, index..<index + 1)
        case .mark:
            append(.mark, index..<index + 1)
        case .stop:
            if index + 1 == end || !isLetterOrDigit(at: index + 1) { appendBoundary(at: index) }
        case .currency:
            takeCurrency(at: index)
        case .emoji:
            return takeEmoji(from: index, end: end)
        case .space, .newline, .combining, .apostrophe, .other:
            break
        }
        return index + 1
    }

    func isLetterOrDigit(at index: Int) -> Bool {
        switch ScalarClass(scalars[index]) {
        case .letter, .digit, .ideograph: true
        default: false
        }
    }

    private mutating func takeEmoji(from start: Int, end: Int) -> Int {
        var index = start + 1
        while index < end, Self.goesOnEmoji(scalars[index]) || scalars[index - 1] == "\u{200D}" { index += 1 }
        append(.emoji, start..<index)
        return index
    }

    /// Joiners, variation selectors, skin tones and keycaps.
    static func goesOnEmoji(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200D, 0xFE0E, 0xFE0F, 0x1F3FB...0x1F3FF, 0x20E3: true
        default: false
        }
    }

    mutating func appendBoundary(at index: Int) {
        guard let last = output.tokens.last, last.kind != .boundary else { return }
        output.tokens.append(Token(kind: .boundary, start: index, end: index, form: 0..<0))
    }
}
