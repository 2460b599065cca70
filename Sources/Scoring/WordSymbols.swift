/// The numbers by which keywords know a word; 0 is no number.
struct WordSymbols: Hashable, Sendable {
    /// Of its stem, or of the class of a number, date and so on.
    var stem: Int32 = 0
    /// Of its form, for keywords that are matched as written.
    var form: Int32 = 0
    /// 1 and more where the word was mended: the place, counted from 1, of the right one in `Spelling.words`.
    var mend: Int32 = 0

    /// Whether no keyword knows the word.
    var isUnknown: Bool { stem == 0 && form == 0 }

    /// A bit for each of its numbers, which other numbers share.
    @inline(__always)
    var bits: UInt64 { Self.bit(of: stem) | Self.bit(of: form) }

    /// 0 for no number.
    @inline(__always)
    static func bit(of symbol: Int32) -> UInt64 {
        symbol == 0 ? 0 : 1 << UInt64(truncatingIfNeeded: symbol & 63)
    }
}
