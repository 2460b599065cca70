/// The words of a text in order: the one place where learning meets the tokeniser.
///
/// Classes of tokens stand under their names as `<number>`. Ends of sentences are left out, since neighbours over
/// them tell more than nothing.
struct WordSequence {
    struct Word {
        /// Where the form stands in `bytes`; never empty.
        let form: Range<Int>
        /// Whether the form has a stem of its own: classes, marks and emoji have not.
        let isLetters: Bool
        /// Offsets in Unicode scalars of the text.
        let start: Int
        let end: Int
    }

    private(set) var words: [Word] = []
    private(set) var bytes: [UInt8]

    init(_ text: TokenizedText) {
        bytes = text.bytes
        words.reserveCapacity(text.tokens.count)
        for token in text.tokens { append(token) }
    }

    private mutating func append(_ token: Token) {
        switch token.kind {
        case .boundary: return
        case .member(let kind):
            let from = bytes.count
            bytes.append(contentsOf: Self.name(of: kind))
            add(from..<bytes.count, token, isLetters: false)
        case .word: add(token.form, token, isLetters: true)
        case .character, .emoji, .mark: add(token.form, token, isLetters: false)
        }
    }

    /// A form with a space in it, which some ligatures turn into, could not be written in a phrase.
    private mutating func add(_ form: Range<Int>, _ token: Token, isLetters: Bool) {
        guard !form.isEmpty, !bytes[form].contains(0x20) else { return }
        words.append(Word(form: form, isLetters: isLetters, start: token.start, end: token.end))
    }

    private static func name(of kind: TokenClass) -> [UInt8] {
        switch kind {
        case .number: number
        case .id: id
        case .amount: amount
        case .date: date
        case .email: email
        case .url: url
        }
    }

    private static let number = Array("<number>".utf8)
    private static let id = Array("<id>".utf8)
    private static let amount = Array("<amount>".utf8)
    private static let date = Array("<date>".utf8)
    private static let email = Array("<email>".utf8)
    private static let url = Array("<url>".utf8)
}
