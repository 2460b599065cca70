/// A piece of text that a keyword can speak about.
package struct Token: Sendable {
    package enum Kind: Hashable, Sendable {
        /// A run of letters, or a part of one that an apostrophe splits off.
        case word
        /// One character of a script that is written without spaces.
        case character
        case emoji
        /// `?` or `!`.
        case mark
        /// Something of which only the class matters to most keywords.
        case member(TokenClass)
        /// The end of a sentence or paragraph, which no phrase crosses.
        case boundary
    }

    package internal(set) var kind: Kind
    /// Offsets in Unicode scalars of the text, `end` not included.
    package internal(set) var start: Int
    package internal(set) var end: Int
    /// Where the folded form stands in `TokenizedText.bytes`; empty where nothing can match it.
    var form: Range<Int>

    /// Whether a gap in a keyword can pass over it.
    var isInsertion: Bool {
        switch kind {
        case .word, .character, .member: true
        case .emoji, .mark, .boundary: false
        }
    }
}

/// Classes of tokens that differ in every message and mean the same: written `<order id>`-like in keywords.
package enum TokenClass: String, Hashable, Sendable, CaseIterable {
    case number
    case id
    case amount
    case date
    case email
    case url

    static var listing: String {
        allCases.map { "<\($0.rawValue)>" }.joined(separator: " ")
    }
}

/// A text cut to tokens, their forms held side by side in one buffer so that a token costs no allocation.
package struct TokenizedText: Sendable {
    /// The ISO 639 code by whose rules the text was cut.
    package let language: String
    package internal(set) var tokens: [Token] = []
    /// Folded forms in UTF-8.
    var bytes: [UInt8] = []

    init(language: String) {
        self.language = language
    }

    /// Cuts `text` to tokens, in time linear in its length.
    package init(_ text: String, language: String) {
        self = Tokenizer.tokens(of: text, language: language)
    }

    /// The folded stem of every token, in their order: what features are made of. A class such as an order id is written
    /// `<id>`; a boundary, or a run too long to be a word, is empty.
    package func stems() -> [String] {
        let stemmer = Stemmer(language: language)
        var folded = FoldedForms()
        return tokens.map { token in
            if case .member(let kind) = token.kind { return "<\(kind.rawValue)>" }
            folded.set(token, of: self, stemmer: stemmer)
            return String(decoding: folded.stem, as: UTF8.self)
        }
    }

    /// The token in lower case and composed form; empty for boundaries and for runs that are too long to be words.
    package func form(of token: Token) -> String {
        String(decoding: bytes[token.form], as: UTF8.self)
    }
}
