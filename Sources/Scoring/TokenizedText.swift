/// A text cut to tokens by the rules of one language, once for everything that is asked about it.
///
/// Their forms stand side by side in one buffer, most of them where they stand in the text, so that a token costs no
/// allocation.
package struct TokenizedText: Sendable {
    /// The ISO 639 code by whose rules the text was cut.
    package let language: String
    package let tokens: [Token]
    /// Lower-case, composed forms in UTF-8, with `padding` behind the last.
    let bytes: [UInt8]

    /// Beyond any message: a longer text, in octets of UTF-8, has no tokens.
    package static let longestText = 1 << 30
    /// Octets behind the last form, so that forms can be read by the word.
    static let padding = 8

    /// Cuts `text` to tokens, in time linear in its length.
    package init(_ text: String, language: String) {
        self.language = language
        var text = text
        (tokens, bytes) = text.withUTF8 { Tokenizer.tokens(of: $0, isEnglish: language == "en") }
    }

    /// The text with some of its tokens only.
    init(_ text: TokenizedText, tokens: [Token]) {
        language = text.language
        self.tokens = tokens
        bytes = text.bytes
    }

    /// The token in lower case and composed form; empty for boundaries and for runs that are too long to be words.
    package func form(of token: Token) -> String {
        String(decoding: bytes[token.form], as: UTF8.self)
    }

    /// A number made of the octets of `form`, for who looks at every word of a text.
    package func key(of token: Token, by key: (UnsafeBufferPointer<UInt8>) -> UInt64) -> UInt64 {
        bytes.withUnsafeBufferPointer { key(UnsafeBufferPointer(rebasing: $0[token.form])) }
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
}
