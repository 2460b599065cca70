import Foundation

/// Turns phrases back into features.
struct PhraseCompiler {
    private(set) var book: WordBook
    private(set) var space = FeatureSpace()
    /// By feature.
    private(set) var phrases: [String] = []
    private let language: String

    init(language: String) {
        self.language = language
        book = WordBook(language: language)
    }

    /// Takes in all phrases in the order of the alphabet.
    /// - Returns: the feature of each phrase.
    mutating func compile(_ weights: LanguageWeights) throws(LexiconError) -> [String: Int32] {
        let stemmer = Stemmer(language: language)
        var features: [String: Int32] = [:]
        // A phrase that an editor added to a label stands in no message yet.
        let added = Set(weights.labels.flatMap(\.weights.keys)).subtracting(weights.phrases.keys)
        for phrase in (Array(weights.phrases.keys) + added).sorted() {
            let feature = try learn(phrase, stemmer: stemmer)
            space.count(feature, messages: weights.phrases[phrase] ?? 0)
            features[phrase] = feature
        }
        for (word, messages) in weights.words.sorted(by: { $0.key < $1.key }) {
            let form = book.learn(Array(word.utf8), isLetters: Self.isLetters(word), stemmer: stemmer)
            book.count(form, messages: messages)
        }
        return features
    }

    private mutating func learn(_ phrase: String, stemmer: borrowing Stemmer) throws(LexiconError) -> Int32 {
        let pieces = phrase.split(separator: " ")
        guard (1...2).contains(pieces.count) else {
            throw LexiconError(language: language, keyword: phrase, problem: .notOneOrTwoWords)
        }
        let stems = pieces.map { stem(of: $0, stemmer: stemmer) }
        let feature = space.learn(stems[0], stems.count > 1 ? stems[1] : nil)
        guard Int(feature) == phrases.count else {
            throw LexiconError(language: language, keyword: phrase, problem: .sameAs(phrases[Int(feature)]))
        }
        phrases.append(phrase)
        return feature
    }

    private mutating func stem(of piece: Substring, stemmer: borrowing Stemmer) -> Int32 {
        switch piece {
        case WordBook.startName[...]: return WordBook.start
        case WordBook.endName[...]: return WordBook.end
        default: break
        }
        let form = piece.precomposedStringWithCompatibilityMapping.lowercased()
        let id = book.learn(Array(form.utf8), isLetters: Self.isLetters(form), stemmer: stemmer)
        return book.forms[Int(id)].stem
    }

    /// As the tokeniser tells words from classes, marks and emoji: by how they begin.
    private static func isLetters(_ form: some StringProtocol) -> Bool {
        guard let first = form.unicodeScalars.first else { return false }
        let kind = first.isASCII ? ScalarClass(ascii: UInt8(first.value)) : ScalarClass(wide: first.value)
        return kind == .letter
    }
}
