import Model

/// A text as a language's model sees it: its known features with their values.
struct ReadFeatures {
    struct Hit {
        let feature: Int32
        /// The first and last word where it stands first, by number; a marker has the place of its neighbour.
        let first: Int32
        let last: Int32
    }

    let words: WordSequence
    /// By word: the stem, or -1 for an unknown word.
    private(set) var stems: [Int32] = []
    /// By word: the form that it was mended to, or -1. Empty where none was.
    private(set) var mends: [Int32] = []
    private(set) var hits: [Hit] = []
    /// Of the hits: in fixed point, so that times hundredths they give units.
    private(set) var values: [Int64] = []
    /// The share, by idf, of the words that stand in two examples or more; 0...1.
    private(set) var coverage = 0.0

    init(_ words: WordSequence, model: LanguageModel) {
        self.words = words
        readStems(model)
        findFeatures(model)
        weigh(model)
    }

    private mutating func readStems(_ model: LanguageModel) {
        stems.reserveCapacity(words.words.count)
        var isComplete = true
        for word in words.words {
            let form = model.book.form(words.bytes[word.form])
            stems.append(form.map { model.book.forms[Int($0)].stem } ?? -1)
            if form == nil { isComplete = false }
        }
        if !isComplete { readUnknownForms(model) }
    }

    /// Forms of which another with the same stem is known, and misspelt ones.
    private mutating func readUnknownForms(_ model: LanguageModel) {
        let stemmer = Stemmer(language: model.language)
        for place in stems.indices where stems[place] < 0 {
            let word = words.words[place]
            let bytes = Array(words.bytes[word.form])
            if let stem = model.book.stem(bytes, isLetters: word.isLetters, stemmer: stemmer) {
                stems[place] = stem
            } else if word.isLetters, let form = model.spelling.mend(bytes, in: model.book) {
                if mends.isEmpty { mends = Array(repeating: -1, count: stems.count) }
                mends[place] = form
                stems[place] = model.book.forms[Int(form)].stem
            }
        }
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
