/// The examples of one language as features, in the order of the log, and after them the hints of its labels.
struct LanguageCorpus {
    private(set) var book: WordBook
    private(set) var space = FeatureSpace()
    /// The distinct features of each message in the order of the text, end to end.
    private(set) var features: [Int32] = []
    private(set) var starts: [Int] = [0]
    /// How many of the messages are examples. Only they count in how many messages a feature or form stands.
    let exampleCount: Int
    /// The labels that occur, sorted.
    let labels: [String]
    /// The label of each message, as a place in `labels`.
    private(set) var labelOfMessage: [Int32] = []

    /// The last message in which a feature or form was seen, by number.
    private var seenFeatures: [Int32] = []
    private var seenForms: [Int32] = []

    init(_ examples: [LabelledExample], hints: [LabelHint] = [], language: String) {
        exampleCount = examples.count
        book = WordBook(language: language)
        labels = Set(examples.map(\.label) + hints.map(\.label)).sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(labels, Int32(0)...))
        let stemmer = Stemmer(language: language)
        for example in examples {
            append(WordSequence(TokenizedText(example.text, language: language)), stemmer: stemmer)
            labelOfMessage.append(places[example.label] ?? -1)
        }
        for hint in hints {
            append(WordSequence(TokenizedText(hint.text, language: language)), stemmer: stemmer)
            labelOfMessage.append(places[hint.label] ?? -1)
        }
    }

    var count: Int { starts.count - 1 }
    private var isHint: Bool { count >= exampleCount }

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
            // A hint is a part of a message: nothing is known of what it begins or ends with.
            if !isHint || previous != WordBook.start { note(feature: space.learn(previous, stem)) }
            previous = stem
        }
        if !text.words.isEmpty, !isHint { note(feature: space.learn(previous, WordBook.end)) }
        starts.append(features.count)
    }

    private mutating func note(feature: Int32) {
        if seenFeatures.count == feature { seenFeatures.append(-1) }
        guard seenFeatures[Int(feature)] != Int32(count) else { return }
        seenFeatures[Int(feature)] = Int32(count)
        if !isHint { space.count(feature) }
        features.append(feature)
    }

    private mutating func note(form: Int32) {
        if seenForms.count == form { seenForms.append(-1) }
        guard seenForms[Int(form)] != Int32(count) else { return }
        seenForms[Int(form)] = Int32(count)
        if !isHint { book.count(form) }
    }
}
