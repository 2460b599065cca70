/// The encoded-words of one header value and the text between them.
struct EncodedWords {
    private let raw: Octets
    private let hint: String?
    private var text = ""
    /// Octets of words that follow each other, of one charset, not yet decoded.
    private var pending: [UInt8] = []
    private var charset: String?
    private var runs = 0

    /// After so many changes of charset the rest is left encoded: nobody writes that, and guessing takes time.
    private static let mostRuns = 5000

    static func decode(_ raw: Octets, hint: String?) -> String {
        var words = EncodedWords(raw: raw, hint: hint)
        words.scan()
        return HeaderText.oneLine(words.text)
    }

    private init(raw: Octets, hint: String?) {
        self.raw = raw
        self.hint = hint
    }

    private mutating func scan() {
        var literal = raw.startIndex
        var position = raw.startIndex
        while runs < Self.mostRuns, let start = raw.firstIndex(of: UInt8.ascii("="), UInt8.ascii("?"), from: position) {
            guard let word = EncodedWord(raw, at: start) else {
                position = start + 2
                continue
            }
            take(literal: raw[literal..<start], beforeWord: true)
            take(word)
            literal = word.end
            position = word.end
        }
        take(literal: raw[literal...], beforeWord: false)
        flush()
    }

    /// White space between two encoded-words is not part of the text (RFC 2047 §6.2).
    private mutating func take(literal: Octets, beforeWord: Bool) {
        if literal.isEmpty || (beforeWord && charset != nil && literal.allSatisfy(\.isWhiteSpace)) { return }
        flush()
        text += Charset.decode(literal, label: nil, hint: hint).text
    }

    private mutating func take(_ word: EncodedWord) {
        if charset != word.charset { flush() }
        charset = word.charset
        pending += word.octets
    }

    private mutating func flush() {
        guard let label = charset else { return }
        runs += 1
        text += Charset.decode(pending[...], label: label, hint: hint).text
        charset = nil
        pending.removeAll(keepingCapacity: true)
    }
}
