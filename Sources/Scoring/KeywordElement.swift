/// What a keyword asks of one token.
enum KeywordElement: Hashable, Sendable {
    /// The stem of a word, or a character, mark or emoji, in folded UTF-8.
    case stem([UInt8])
    /// A form as written, but for case and accents.
    case exact([UInt8])
    case member(TokenClass)
    /// Up to `longestGap` words of the same sentence, or none.
    case gap

    static let longestGap = 4
    /// In one keyword: each multiplies the walks that a text can ask for.
    static let mostGaps = 2
}
