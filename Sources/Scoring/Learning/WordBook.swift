/// The words of one language: written forms, and the stems that they share, both numbered in order of appearance.
struct WordBook {
    struct Form {
        let bytes: [UInt8]
        let stem: Int32
        /// Whether it is a word, and not a class, mark or emoji.
        let isLetters: Bool
        /// In how many messages it stands.
        var messages: Int
    }

    /// Reserved stems that stand before the first word of a text and after the last.
    static let start: Int32 = 0
    static let end: Int32 = 1
    static let startName = "<start>"
    static let endName = "<end>"

    private(set) var forms: [Form] = []
    /// By number, folded, in UTF-8; the markers first.
    private(set) var stems: [[UInt8]] = [Array(startName.utf8), Array(endName.utf8)]
    private var formIDs = Vocabulary()
    private var stemIDs = Vocabulary()
    private let language: String

    init(language: String) {
        self.language = language
    }

    /// The number of a form, which is taken in where it is new.
    mutating func learn(_ bytes: some Collection<UInt8>, isLetters: Bool, stemmer: borrowing Stemmer) -> Int32 {
        if let known = formIDs.id(of: bytes) { return known }
        let bytes = Array(bytes)
        let stem = learnStem(Self.stemmed(bytes, isLetters: isLetters, stemmer: stemmer))
        let id = Int32(forms.count)
        formIDs.insert(bytes, id: id)
        forms.append(Form(bytes: bytes, stem: stem, isLetters: isLetters, messages: 0))
        return id
    }

    mutating func count(_ form: Int32, messages: Int = 1) {
        forms[Int(form)].messages += messages
    }

    private mutating func learnStem(_ bytes: [UInt8]) -> Int32 {
        if let known = stemIDs.id(of: bytes) { return known }
        let id = Int32(stems.count)
        stemIDs.insert(bytes, id: id)
        stems.append(bytes)
        return id
    }

    private static func stemmed(_ bytes: [UInt8], isLetters: Bool, stemmer: borrowing Stemmer) -> [UInt8] {
        var forms = FoldedForms()
        forms.set(bytes, isWord: isLetters, stemmer: stemmer)
        return forms.stem
    }

    /// What the tables take in memory, about.
    var bytes: Int { forms.reduce(0) { $0 + 64 + 2 * $1.bytes.count } + 64 * stems.count }
}
