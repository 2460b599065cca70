/// Mends misspelt words of one language to known ones that one slip of the finger makes of them.
///
/// A slip is a letter left out, added or changed, or two neighbours swapped (Damerau distance 1), the first letter
/// included. Of several known words the most frequent is taken, then the first in the alphabet. What everybody writes is
/// no slip, though no keyword knows it ("were" is no misspelt "where"): such words are given as a word list, of which
/// only those are kept that lie one slip from a known word. Without a word list only long words are mended.
package struct Spelling: Sendable {
    /// In Unicode scalars; shorter words have too many neighbours.
    private static let shortest = 4
    private static let shortestWithoutList = 6
    /// In bytes.
    private static let longest = 40
    private static let mostWords = Int(UInt16.max)

    /// The known words in lower case, the one to be preferred first.
    private let written: WordList
    private let folded: WordList
    private let neighbours: DeletionIndex
    private let ordinary: FingerprintSet
    private let shortest: Int

    /// - Parameters:
    ///   - known: words with how often they occur; of more than 65,535 the most frequent are taken.
    ///   - language: an ISO 639 code.
    ///   - ordinary: words that are right, one a line in UTF-8, as in Debian's `/usr/share/dict`; nil where there is no
    ///     list for the language.
    package init(known: [String: Int], language: String, ordinary: [UInt8]?) {
        let forms = WordFolder(language: language)
        var order = known.map { (word: Array($0.key.lowercased().utf8), count: $0.value) }
        order.removeAll { !(3...Self.longest).contains($0.word.count) }
        order.sort { $0.count == $1.count ? $0.word.lexicographicallyPrecedes($1.word) : $0.count > $1.count }
        let words = order.prefix(Self.mostWords).map(\.word)
        let folded = WordList(words.map(forms.folded))
        let neighbours = DeletionIndex(folded)
        written = WordList(words)
        self.folded = folded
        self.neighbours = neighbours
        shortest = ordinary == nil ? Self.shortestWithoutList : Self.shortest
        self.ordinary = ordinary.map { Self.near(neighbours, folded, in: $0, forms) } ?? FingerprintSet([])
    }

    /// Those of the word list that are one slip from a known word, and so could be mended by mistake.
    private static func near(
        _ neighbours: DeletionIndex,
        _ known: WordList,
        in list: [UInt8],
        _ forms: WordFolder
    ) -> FingerprintSet {
        let filter = neighbours.filter(known)
        var near: [UInt64] = []
        forms.forEachLine(of: list, upTo: longest) { word, hashes in
            guard filter.mayHold(anyOf: hashes) else { return }
            let found = neighbours.candidates(hashes).contains { EditDistance.isOne(word, known[$0]) }
            if found { near.append(hashes.whole) }
        }
        return FingerprintSet(near)
    }

    var count: Int { written.count }

    func word(_ place: Int) -> [UInt8] { Array(written[place]) }

    /// The place in `word` of what a word was meant to be; nil where it is right, too short, or like no known word.
    /// - Parameter folded: lower case, without accents.
    func mend(_ folded: [UInt8]) -> Int? {
        guard folded.count <= Self.longest, folded.count(where: { $0 & 0xC0 != 0x80 }) >= shortest else { return nil }
        let hashes = DeletionHashes(folded[...])
        guard !ordinary.contains(hashes.whole) else { return nil }
        return neighbours.candidates(hashes).filter { EditDistance.isAtMostOne(folded[...], self.folded[$0]) }.min()
    }
}
