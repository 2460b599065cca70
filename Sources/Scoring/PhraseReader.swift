/// Reads the keywords of one language.
///
/// Lists are made of few words in many orders, so each piece of a phrase is cut to tokens, stemmed and folded when it
/// comes first, and looked up afterwards. It never leaves the function that reads a lexicon.
final class PhraseReader {
    /// A phrase before it is kept.
    struct Read {
        /// Places in `PhraseList.elements`.
        var elements: [Int32] = []
        /// Places in `PhraseList.words`.
        var words: [Int32] = []
    }

    struct Fault: Error {
        let problem: LexiconError.Problem
    }

    private(set) var list = PhraseList()
    private let language: String
    private let stemmer: Stemmer
    private var pieces: [Substring: Read] = [:]
    private var elements: [KeywordElement: Int32] = [.gap: PhraseList.gap]
    private var words: [[UInt8]: Int32] = [:]

    init(language: String) {
        self.language = language
        stemmer = Stemmer(language: language)
    }

    func keep(_ phrase: Read, of keyword: Lexicon.Keyword, label: Int) {
        let kept = PhraseList.Phrase(label: Int32(label), keyword: keyword, elements: phrase.elements)
        list.append(kept, words: phrase.words)
    }

    func read(_ phrase: String) throws(Fault) -> Read {
        var read = Read()
        for piece in phrase.utf8.split(separator: UInt8(ascii: " ")) {
            let piece = try self.read(piece: Substring(piece))
            read.elements += piece.elements
            read.words += piece.words
        }
        guard let problem = Self.problem(of: read.elements) else { return read }
        throw Fault(problem: problem)
    }

    /// A gap at an end would say nothing, and one beside another no more than one alone.
    private static func problem(of elements: [Int32]) -> LexiconError.Problem? {
        guard elements.contains(PhraseList.gap) else { return elements.isEmpty ? .nothingToMatch : nil }
        let runs = elements.split(separator: PhraseList.gap, omittingEmptySubsequences: false)
        guard runs.contains(where: { !$0.isEmpty }) else { return .nothingToMatch }
        return runs.count - 1 > KeywordElement.mostGaps || runs.contains(where: \.isEmpty) ? .misplacedGap : nil
    }

    private func read(piece: Substring) throws(Fault) -> Read {
        if let known = pieces[piece] { return known }
        var read = Read()
        for part in piece.split(whereSeparator: \.isWhitespace) { try append(part, to: &read) }
        pieces[piece] = read
        return read
    }

    private func append(_ part: Substring, to read: inout Read) throws(Fault) {
        if part == "*" { return read.elements.append(PhraseList.gap) }
        if part.hasPrefix("<"), part.hasSuffix(">"), part.count > 2 {
            let name = String(part.dropFirst().dropLast())
            guard let member = TokenClass(rawValue: name) else { throw Fault(problem: .unknownClass(name)) }
            return read.elements.append(place(of: .member(member)))
        }
        let isExact = part.hasPrefix("=") && part.count > 1
        let text = TokenizedText(String(isExact ? part.dropFirst() : part), language: language)
        for token in text.tokens {
            guard token.kind != .boundary else { throw Fault(problem: .runsAcrossSentences) }
            append(token, of: text, isExact: isExact, to: &read)
        }
    }

    private func append(_ token: Token, of text: TokenizedText, isExact: Bool, to read: inout Read) {
        var folded = FoldedForms()
        folded.set(token, of: text, stemmer: stemmer)
        if token.kind == .word, !token.form.isEmpty {
            read.words.append(place(ofWord: Array(text.bytes[token.form]), folded))
        }
        // A number that an editor writes out, such as 404, means that number and no other.
        let isMember = if case .member = token.kind { true } else { false }
        read.elements.append(place(of: isExact || isMember ? .exact(folded.form) : .stem(folded.stem)))
    }

    private func place(of element: KeywordElement) -> Int32 {
        if let known = elements[element] { return known }
        let place = list.append(element)
        elements[element] = place
        return place
    }

    private func place(ofWord written: [UInt8], _ folded: FoldedForms) -> Int32 {
        if let known = words[written] { return known }
        let place = list.append(PhraseList.Word(written: written, stem: folded.stem, form: folded.form))
        words[written] = place
        return place
    }
}
