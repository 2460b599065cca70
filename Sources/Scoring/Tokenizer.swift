/// Cuts a text to tokens in one pass over its UTF-8; every byte is looked at a bounded number of times.
///
/// Text is taken in chunks between white space. Most chunks are plain words, and are walked through at once; one that
/// turns out to hold a digit, `@` or `/` is looked at as a whole, since it may be an e-mail address, a URL or an id.
struct Tokenizer: ~Copyable {
    /// Longer runs, in bytes, are no words of any language, and are not looked up.
    static let longestWord = 120

    let source: UnsafeBufferPointer<UInt8>
    /// The small letters of the text, each where it stands in `source`.
    let forms: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes of forms stand before those of the text.
    let offset: Int
    let isEnglish: Bool
    /// The forms that do not fit in their place, to stand behind all others.
    var composed: [UInt8] = []
    var tokens: [Token] = []
    var here = Place()
    /// The scalar at which a currency sign stands that no number has followed yet.
    var currencyStart: Int?
    /// The scalar after the last number, which a currency sign or name may follow.
    var numberEnd: Int?
    private var isLineStart = true

    /// A place in the text, in bytes of UTF-8 and in scalars: one number, since it is written and read at every step.
    struct Place {
        /// The bytes passed, and from bit 32 on how many of them were not the first of their scalar.
        private var passed: UInt64 = 0

        var byte: Int { Int(truncatingIfNeeded: passed & 0xFFFF_FFFF) }
        var scalar: Int { byte - Int(truncatingIfNeeded: passed >> 32) }

        /// Goes past one scalar of so many bytes.
        @inline(__always)
        mutating func pass(scalar bytes: Int) {
            passed &+= UInt64(truncatingIfNeeded: bytes) &+ UInt64(truncatingIfNeeded: bytes - 1) << 32
        }

        @inline(__always)
        mutating func pass(ascii bytes: Int) {
            passed &+= UInt64(truncatingIfNeeded: bytes)
        }
    }

    static func tokens(of text: UnsafeBufferPointer<UInt8>, isEnglish: Bool) -> ([Token], [UInt8]) {
        guard text.count <= TokenizedText.longestText else { return ([], []) }
        var result: (tokens: [Token], composed: [UInt8]) = ([], [])
        let size = SpelledOut.count + text.count
        var bytes = [UInt8](unsafeUninitializedCapacity: size + TokenizedText.padding) { buffer, count in
            SpelledOut.write(to: buffer)
            _ = buffer[SpelledOut.count...].initialize(from: text)
            count = size + TokenizedText.padding
            buffer[size..<count].initialize(repeating: 0)
            let forms = UnsafeMutableBufferPointer(rebasing: buffer[SpelledOut.count...])
            var tokenizer = Tokenizer(source: text, forms: forms, isEnglish: isEnglish)
            tokenizer.run()
            result = tokenizer.finished()
        }
        if !result.composed.isEmpty {
            bytes.replaceSubrange(size..<size, with: result.composed)
        }
        return (result.tokens, bytes)
    }

    private init(
        source: UnsafeBufferPointer<UInt8>,
        forms: UnsafeMutableBufferPointer<UInt8>,
        isEnglish: Bool
    ) {
        self.source = source
        self.forms = forms
        offset = SpelledOut.count
        self.isEnglish = isEnglish
        tokens.reserveCapacity(source.count / 4 + 4)
    }

    private consuming func finished() -> ([Token], [UInt8]) {
        (tokens, composed)
    }

    private mutating func run() {
        var newlines = 0
        while here.byte < source.count {
            let sight = look(at: here.byte)
            switch sight.kind {
            case .space:
                pass(sight)
            case .newline:
                takeNewline(sight)
                newlines += 1
                if newlines == 2 { appendBoundary(at: here.scalar - 1) }
            default:
                newlines = 0
                takeChunk(sight)
            }
        }
    }

    private mutating func takeNewline(_ sight: ScalarSight) {
        isLineStart = true
        pass(sight)
        let isPair = source[here.byte - 1] == 0x0D && here.byte < source.count && source[here.byte] == 0x0A
        if isPair { passASCII() }
    }

    // MARK: - Moving

    @inline(__always)
    func look(at byte: Int) -> ScalarSight {
        ScalarSight(source, at: byte)
    }

    @inline(__always)
    mutating func pass(_ sight: ScalarSight) {
        here.pass(scalar: sight.length)
    }

    @inline(__always)
    mutating func passASCII(_ count: Int = 1) {
        here.pass(ascii: count)
    }

    /// Goes to a byte at which a scalar begins, past any.
    mutating func pass(to byte: Int) {
        while here.byte < byte { pass(look(at: here.byte)) }
    }

    // MARK: - Tokens

    /// Appends a token from `start` to the present place.
    @inline(__always)
    mutating func append(_ kind: Token.Kind, from start: Place, form: Range<Int>, isCapitalized: Bool = false) {
        var token = Token(kind: kind, start: start.scalar, end: here.scalar, form: form)
        token.isCapitalized = isCapitalized
        token.startsLine = isLineStart
        isLineStart = false
        tokens.append(token)
    }

    /// An amount is a sign and a number with nothing between them.
    mutating func partFromNumber() {
        (currencyStart, numberEnd) = (nil, nil)
    }

    mutating func appendBoundary(at scalar: Int) {
        partFromNumber()
        guard let last = tokens.last?.kind, last != .boundary else { return }
        tokens.append(Token(kind: .boundary, start: scalar, end: scalar, form: 0..<0))
    }

    /// The state to which a chunk goes back that needs a second look.
    struct Checkpoint {
        let here: Place
        let tokens: Int
        let composed: Int
        let lastToken: Token?
        let currencyStart: Int?
        let numberEnd: Int?
        let isLineStart: Bool
    }

    var checkpoint: Checkpoint {
        Checkpoint(
            here: here,
            tokens: tokens.count,
            composed: composed.count,
            lastToken: numberEnd == nil ? nil : tokens.last,
            currencyStart: currencyStart,
            numberEnd: numberEnd,
            isLineStart: isLineStart
        )
    }

    mutating func goBack(to point: Checkpoint) {
        here = point.here
        tokens.removeSubrange(point.tokens...)
        composed.removeSubrange(point.composed...)
        // A word such as "euros" may have lengthened it.
        if let last = point.lastToken { tokens[point.tokens - 1] = last }
        currencyStart = point.currencyStart
        numberEnd = point.numberEnd
        isLineStart = point.isLineStart
    }
}
