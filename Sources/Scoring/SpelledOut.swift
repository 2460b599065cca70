/// Forms of tokens that are written otherwise: "don't" is "do not". They stand before the text's own forms.
enum SpelledOut {
    private static let words = ["is", "am", "are", "have", "will", "would", "not", "can", "shall", "?", "!"]
    private static let bytes = words.flatMap(\.utf8)
    private static let ranges: [String: Range<Int>] = {
        var ranges: [String: Range<Int>] = [:]
        var end = 0
        for word in words {
            ranges[word] = end..<end + word.utf8.count
            end += word.utf8.count
        }
        return ranges
    }()

    static let count = bytes.count
    static let not = range(of: "not")
    private static let question = range(of: "?")
    private static let exclamation = range(of: "!")
    private static let endings = ["s": "is", "m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"]
        .mapValues(range)
    private static let negated = ["ca": "can", "wo": "will", "sha": "shall"].mapValues(range)

    private static let negations: Set<String> = [
        "dont", "doesnt", "didnt", "cant", "cannot", "couldnt", "wont", "wouldnt", "shouldnt", "isnt", "arent", "wasnt",
        "werent", "havent", "hasnt", "hadnt",
    ]

    static func isNegation(_ word: String) -> Bool {
        negations.contains(word)
    }

    static func write(to buffer: UnsafeMutableBufferPointer<UInt8>) {
        _ = buffer.initialize(from: bytes)
    }

    static func mark(isQuestion: Bool) -> Range<Int> {
        isQuestion ? question : exclamation
    }

    /// What an ending after an apostrophe says, in small letters.
    static func word(ending: String) -> Range<Int>? {
        endings[ending]
    }

    /// The word of which "n't" has cut a letter off.
    static func word(beforeNegation word: String) -> Range<Int>? {
        negated[word]
    }

    private static func range(of word: String) -> Range<Int> {
        ranges[word] ?? 0..<0
    }
}
