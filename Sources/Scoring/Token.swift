/// A piece of text that a keyword can speak about.
struct Token {
    enum Kind: Equatable {
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

    var kind: Kind
    /// Offsets in Unicode scalars of the text, `end` not included.
    var start: Int
    var end: Int
    /// Where the folded form stands in `TokenizedText.bytes`; empty where nothing can match it.
    var form: Range<Int>
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
struct TokenizedText {
    var tokens: [Token] = []
    /// Folded forms in UTF-8.
    var bytes: [UInt8] = []
}
