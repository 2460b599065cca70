/// Features as people write them.
struct FeatureNames {
    private let corpus: LanguageCorpus
    /// The most frequent form of each stem; of equally frequent ones the first in the alphabet.
    private let stems: [String]

    init(_ corpus: LanguageCorpus) {
        self.corpus = corpus
        var best: [WordBook.Form?] = Array(repeating: nil, count: corpus.book.stems.count)
        for form in corpus.book.forms where best[Int(form.stem)].map({ Self.isBetter(form, than: $0) }) ?? true {
            best[Int(form.stem)] = form
        }
        var names = best.map { $0.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }
        names[Int(WordBook.start)] = WordBook.startName
        names[Int(WordBook.end)] = WordBook.endName
        stems = names
    }

    private static func isBetter(_ a: WordBook.Form, than b: WordBook.Form) -> Bool {
        a.messages == b.messages ? a.bytes.lexicographicallyPrecedes(b.bytes) : a.messages > b.messages
    }

    subscript(feature: Int32) -> String {
        let feature = corpus.space.features[Int(feature)]
        let first = stems[Int(feature.first)]
        return feature.second.map { "\(first) \(stems[Int($0)])" } ?? first
    }

    func weights(_ weights: [LabelFit.Weight], rounded: (Double) -> Double) -> [String: Double] {
        var named: [String: Double] = [:]
        for weight in weights {
            let value = rounded(weight.value)
            if value != 0 { named[self[weight.feature]] = value }
        }
        return named
    }

    /// Every single word, and the pairs that `keeps` says.
    func phrases(keeps: (Int32) -> Bool) -> [String: Int] {
        var phrases: [String: Int] = [:]
        for feature in corpus.space.features.indices.map(Int32.init) {
            guard !corpus.space.isPair(feature) || keeps(feature) else { continue }
            phrases[self[feature]] = corpus.space.messages[Int(feature)]
        }
        return phrases
    }

    /// Words of letters that stand in two messages or more.
    var words: [String: Int] {
        var words: [String: Int] = [:]
        for form in corpus.book.forms where form.isLetters && form.messages > 1 {
            words[String(decoding: form.bytes, as: UTF8.self)] = form.messages
        }
        return words
    }
}
