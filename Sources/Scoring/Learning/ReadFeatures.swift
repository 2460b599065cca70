import Model

/// A text as a language's model sees it: its known features with their values.
struct ReadFeatures {
    struct Hit {
        let feature: Int32
        /// The first and last word where it stands first, by number; a marker has the place of its neighbour.
        let first: Int32
        let last: Int32
    }

    private let recognized: RecognizedText
    /// The tokens that are words, classes, marks or emoji.
    private var words: [Int32] = []
    /// By word: the stem, or -1 for an unknown word.
    private(set) var stems: [Int32] = []
    /// By word: whether it was mended by the model's own words. None beyond its end was.
    private var mended: [Bool] = []
    private(set) var hits: [Hit] = []
    /// Of the hits: in fixed point, so that times hundredths they give units.
    private(set) var values: [Int64] = []
    /// The share, by idf, of the words that stand in two examples or more; 0...1.
    private(set) var coverage = 0.0

    /// - Parameter stems: the model's, by the symbols by which the text's words are recognised.
    init(_ recognized: RecognizedText, stems: [Int32], model: LanguageModel) {
        self.recognized = recognized
        readStems(stems, model)
        findFeatures(model)
        weigh(model)
    }

    func token(_ word: Int32) -> Token {
        recognized.text.tokens[Int(words[Int(word)])]
    }

    /// The customer's spelling of all words that a phrase covers, if one of them was mended.
    func mendedFrom(_ hit: Hit) -> String? {
        let places = hit.first...hit.last
        guard places.contains(where: { isMended($0) }) else { return nil }
        return places.map { recognized.text.form(of: token($0)) }.joined(separator: " ")
    }

    private func isMended(_ word: Int32) -> Bool {
        Int(word) < mended.count && mended[Int(word)] || recognized.symbols[Int(words[Int(word)])].mend > 0
    }

    private mutating func readStems(_ bySymbol: [Int32], _ model: LanguageModel) {
        let tokens = recognized.text.tokens
        words.reserveCapacity(recognized.range.count)
        stems.reserveCapacity(recognized.range.count)
        for place in recognized.range where !tokens[place].form.isEmpty {
            let token = tokens[place]
            let symbol = Int(recognized.symbols[place].stem)
            words.append(Int32(place))
            stems.append(symbol < bySymbol.count ? bySymbol[symbol] : -1)
            if symbol == 0, token.kind == .word { mend(token, model) }
        }
    }

    /// The word read last, which nothing knows.
    private mutating func mend(_ token: Token, _ model: LanguageModel) {
        guard let form = model.spelling.mend(recognized.text.bytes[token.form], in: model.book) else { return }
        mended += repeatElement(false, count: words.count - mended.count)
        mended[words.count - 1] = true
        stems[stems.count - 1] = model.book.forms[Int(form)].stem
    }

    private mutating func findFeatures(_ model: LanguageModel) {
        var seen = SeenFeatures(model.space.features.count, words: stems.count)
        hits.reserveCapacity(2 * stems.count + 1)
        var previous = WordBook.start
        var last: Int32 = 0
        for (place, stem) in zip(Int32(0)..., stems) {
            if stem >= 0 {
                note(model.space.number(of: stem), place, place, &seen)
                if previous >= 0 {
                    let first = previous == WordBook.start ? place : last
                    note(model.space.number(of: previous, stem), first, place, &seen)
                }
            }
            previous = stem
            last = place
        }
        guard previous >= 0, previous != WordBook.start else { return }
        note(model.space.number(of: previous, WordBook.end), last, last, &seen)
    }

    private mutating func note(_ feature: Int32, _ first: Int32, _ last: Int32, _ seen: inout SeenFeatures) {
        guard feature >= 0, seen.insert(feature) else { return }
        hits.append(Hit(feature: feature, first: first, last: last))
    }

    private mutating func weigh(_ model: LanguageModel) {
        let factors = model.weighting.factors(hits.lazy.map(\.feature))
        let scale = LanguageModel.unitsPerHundredth * Double(1 << LanguageModel.valueBits)
        values.reserveCapacity(hits.count)
        var known = 0.0
        var all = stems.reduce(0) { $1 < 0 ? $0 + model.unknownIDF : $0 }
        for hit in hits {
            values.append(Int64((model.weighting.value(of: hit.feature, factors) * scale).rounded()))
            guard !model.space.isPair(hit.feature) else { continue }
            all += model.weighting.idf(of: hit.feature)
            if model.space.messages[Int(hit.feature)] > 1 { known += model.weighting.idf(of: hit.feature) }
        }
        coverage = all > 0 ? known / all : 0
    }
}

/// A set of features: a short list for short texts, a bit map for long ones.
private struct SeenFeatures {
    private var few: [Int32] = []
    private var marks: [Bool] = []

    init(_ count: Int, words: Int) {
        if words > 48 { marks = Array(repeating: false, count: count) } else { few.reserveCapacity(2 * words + 1) }
    }

    mutating func insert(_ feature: Int32) -> Bool {
        if marks.isEmpty {
            guard !few.contains(feature) else { return false }
            few.append(feature)
        } else {
            guard !marks[Int(feature)] else { return false }
            marks[Int(feature)] = true
        }
        return true
    }
}
