/// The examples of one language as features, in the order of the log.
struct LanguageCorpus {
    private(set) var book: WordBook
    private(set) var space = FeatureSpace()
    /// The distinct features of each message in the order of the text, end to end.
    private(set) var features: [Int32] = []
    private(set) var starts: [Int] = [0]
    /// The labels that occur, sorted.
    let labels: [String]
    /// The label of each message, as a place in `labels`.
    private(set) var labelOfMessage: [Int32] = []

    /// The last message in which a feature or form was seen, by number.
    private var seenFeatures: [Int32] = []
    private var seenForms: [Int32] = []

    init(_ examples: [LabelledExample], language: String) {
        book = WordBook(language: language)
        labels = Set(examples.map(\.label)).sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(labels, Int32(0)...))
        let stemmer = Stemmer(language: language)
        for example in examples {
            append(WordSequence(TokenizedText(example.text, language: language)), stemmer: stemmer)
            labelOfMessage.append(places[example.label] ?? -1)
        }
    }

    var count: Int { starts.count - 1 }

    func features(of message: Int) -> ArraySlice<Int32> {
        features[starts[message]..<starts[message + 1]]
    }

    private mutating func append(_ text: WordSequence, stemmer: borrowing Stemmer) {
        var previous = WordBook.start
        for word in text.words {
            let form = book.learn(text.bytes[word.form], isLetters: word.isLetters, stemmer: stemmer)
            let stem = book.forms[Int(form)].stem
            note(form: form)
            note(feature: space.learn(stem))
            note(feature: space.learn(previous, stem))
            previous = stem
        }
        if !text.words.isEmpty { note(feature: space.learn(previous, WordBook.end)) }
        starts.append(features.count)
    }

    private mutating func note(feature: Int32) {
        if seenFeatures.count == feature { seenFeatures.append(-1) }
        guard seenFeatures[Int(feature)] != Int32(count) else { return }
        seenFeatures[Int(feature)] = Int32(count)
        space.count(feature)
        features.append(feature)
    }

    private mutating func note(form: Int32) {
        if seenForms.count == form { seenForms.append(-1) }
        guard seenForms[Int(form)] != Int32(count) else { return }
        seenForms[Int(form)] = Int32(count)
        book.count(form)
    }
}
