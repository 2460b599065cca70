/// What a keyword asks of neighbouring tokens, each element one token.
struct KeywordPattern: Hashable {
    enum Element: Hashable {
        /// The stem of a word, or a character, mark or emoji, in folded UTF-8.
        case stem([UInt8])
        /// A form as written, but for case and accents.
        case exact([UInt8])
        case member(TokenClass)
        /// Up to `longestGap` words of the same sentence, or none.
        case gap
    }

    static let longestGap = 4
    private static let mostGaps = 2

    struct Fault: Error {
        let problem: LexiconError.Problem
    }

    private(set) var elements: [Element] = []

    init(_ phrase: String, language: String, stemmer: borrowing Stemmer) throws(Fault) {
        for piece in phrase.split(whereSeparator: \.isWhitespace) {
            try append(piece, language: language, stemmer: stemmer)
        }
        guard elements.contains(where: { $0 != .gap }) else { throw Fault(problem: .nothingToMatch) }
        guard hasGapsInPlace else { throw Fault(problem: .misplacedGap) }
    }

    /// A gap at an end would say nothing, and each gap multiplies the walks that a text can ask for.
    private var hasGapsInPlace: Bool {
        guard elements.first != .gap, elements.last != .gap else { return false }
        return elements.count { $0 == .gap } <= Self.mostGaps
            && !zip(elements, elements.dropFirst()).contains { $0 == .gap && $1 == .gap }
    }

    private mutating func append(_ piece: Substring, language: String, stemmer: borrowing Stemmer) throws(Fault) {
        if piece == "*" { return elements.append(.gap) }
        if piece.hasPrefix("<"), piece.hasSuffix(">"), piece.count > 2 {
            let name = String(piece.dropFirst().dropLast())
            guard let member = TokenClass(rawValue: name) else { throw Fault(problem: .unknownClass(name)) }
            return elements.append(.member(member))
        }
        let isExact = piece.hasPrefix("=") && piece.count > 1
        let text = Tokenizer.tokens(of: String(isExact ? piece.dropFirst() : piece), language: language)
        for token in text.tokens {
            guard token.kind != .boundary else { throw Fault(problem: .runsAcrossSentences) }
            elements.append(Self.element(token, of: text, isExact: isExact, stemmer: stemmer))
        }
    }

    private static func element(
        _ token: Token,
        of text: TokenizedText,
        isExact: Bool,
        stemmer: borrowing Stemmer
    ) -> Element {
        var folded = FoldedForms()
        folded.set(token, of: text, stemmer: stemmer)
        // A number that an editor writes out, such as 404, means that number and no other.
        if isExact { return .exact(folded.form) }
        if case .member = token.kind { return .exact(folded.form) }
        return .stem(folded.stem)
    }
}

/// The two forms by which a token is looked up, in buffers used again for the next token.
struct FoldedForms {
    private(set) var stem: [UInt8] = []
    private(set) var form: [UInt8] = []

    mutating func set(_ token: Token, of text: TokenizedText, stemmer: borrowing Stemmer) {
        stem.removeAll(keepingCapacity: true)
        form.removeAll(keepingCapacity: true)
        form.append(contentsOf: text.bytes[token.form])
        LatinFold.fold(&form, from: 0)
        if token.kind == .word {
            text.bytes.withUnsafeBufferPointer {
                stemmer.appendStem(of: UnsafeBufferPointer(rebasing: $0[token.form]), to: &stem)
            }
            LatinFold.fold(&stem, from: 0)
        } else {
            stem.append(contentsOf: form)
        }
    }
}
