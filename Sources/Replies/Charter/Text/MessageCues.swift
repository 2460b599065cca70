import Scoring

/// The words of a message and what they are cues for. A look at a part of it costs what stands in the part.
struct MessageCues {
    /// In the order of the text, as the words are.
    private let finds: [CueFinder.Find]
    private let words: [(start: Int, key: UInt64)]
    private var sums = CueSums()

    init(_ text: String, language: String, _ finder: CueFinder) {
        let tokenized = TokenizedText(text, language: language)
        finds = finder.finds(in: tokenized)
        words = Self.words(of: tokenized, finds)
    }

    /// Those with a meaning of their own.
    private static func words(of text: TokenizedText, _ finds: [CueFinder.Find]) -> [(start: Int, key: UInt64)] {
        var words: [(start: Int, key: UInt64)] = []
        words.reserveCapacity(text.tokens.count)
        var meaningless = finds.lazy.filter { $0.cue.map(Cue.meaningless.contains) ?? false }.makeIterator()
        var next = meaningless.next()?.range.lowerBound
        for token in text.tokens where !token.endsSentence {
            while let start = next, start < token.start { next = meaningless.next()?.range.lowerBound }
            guard next != token.start else { continue }
            let key = text.key(of: token, by: ContentKey.key)
            if key != 0 { words.append((token.start, key)) }
        }
        return words
    }

    /// Sorted.
    func keys(in range: Range<Int>) -> [UInt64] {
        let first = Self.first(from: range.lowerBound, words.count) { words[$0].start }
        return words[first...].prefix { $0.start < range.upperBound }.map(\.key).sorted()
    }

    func topics(in range: Range<Int>) -> UInt64 {
        finds(in: range).reduce(0) { topics, find in
            if case .topic(let topic) = find.meaning { topics | 1 << UInt64(topic) } else { topics }
        }
    }

    /// Those whose words come to enough.
    mutating func cues(in range: Range<Int>) -> CueSet {
        for find in finds(in: range) {
            if case .cue(let cue) = find.meaning { sums.add(find.weight, for: cue) }
        }
        return sums.drain()
    }

    private func finds(in range: Range<Int>) -> ArraySlice<CueFinder.Find> {
        let first = Self.first(from: range.lowerBound, finds.count) { finds[$0].range.lowerBound }
        return finds[first...].prefix { $0.range.lowerBound < range.upperBound }
    }

    /// The first of so many things in the order of the text that begins at a place or behind it.
    private static func first(from place: Int, _ count: Int, _ start: (Int) -> Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if start(middle) < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
