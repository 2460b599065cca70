/// A piece of text that a keyword can speak about.
package struct Token: Hashable, Sendable {
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
    /// Whether it is a word that begins with a capital and goes on with a small letter.
    package internal(set) var isCapitalized = false
    /// Whether nothing stands before it on its line.
    package internal(set) var startsLine = false
    // Four octets each: a text has hundreds of tokens, and none is longer than `TokenizedText.longestText`.
    private var first: Int32
    private var last: Int32
    private var formStart: Int32
    private var formEnd: Int32

    init(kind: Kind, start: Int, end: Int, form: Range<Int>) {
        self.kind = kind
        first = Int32(truncatingIfNeeded: start)
        last = Int32(truncatingIfNeeded: end)
        formStart = Int32(truncatingIfNeeded: form.lowerBound)
        formEnd = Int32(truncatingIfNeeded: form.upperBound)
    }

    /// Offset in Unicode scalars of the text.
    package internal(set) var start: Int {
        get { Int(first) }
        set { first = Int32(truncatingIfNeeded: newValue) }
    }

    /// Offset in Unicode scalars of the text, not included.
    package internal(set) var end: Int {
        get { Int(last) }
        set { last = Int32(truncatingIfNeeded: newValue) }
    }

    /// Where the form stands in `TokenizedText.bytes`; empty where nothing can match it.
    var form: Range<Int> {
        Range(uncheckedBounds: (Int(formStart), Int(formEnd)))
    }

    /// Whether a gap in a keyword can pass over it.
    var isInsertion: Bool {
        switch kind {
        case .word, .character, .member: true
        case .emoji, .mark, .boundary: false
        }
    }

    /// Whether a sentence ends with it.
    package var endsSentence: Bool {
        switch kind {
        case .boundary, .mark: true
        case .word, .character, .emoji, .member: false
        }
    }
}

/// Classes of tokens that differ in every message and mean the same: written `<id>` and the like in keywords.
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
