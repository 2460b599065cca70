/// One pass over the octets of a text that finds its clauses.
struct ClauseScanner {
    typealias Mark = ClauseMap.Mark

    /// In Unicode scalars. Texts without any punctuation are cut all the same.
    static let longestClause = 400
    /// A line shorter than this was ended by the writer, not by a program that wraps lines.
    static let shortLine = 50

    let bytes: UnsafeBufferPointer<UInt8>
    private let conjunctions: [UInt64]
    private(set) var clauses: [ClauseMap.Clause] = []
    var quotations: [Range<Int>] = []
    private(set) var shout: Range<Int>?

    var place = Mark(scalar: 0, byte: 0)
    var lineStart = 0
    /// Where a quotation mark stands that has no partner yet.
    var quoteStart: Int?
    private var clauseStart: Mark?
    /// The end of the last word.
    private(set) var wordEnd = Mark(scalar: 0, byte: 0)
    private(set) var word = PackedWord()
    private var sentence = 0
    private var capitals = CapitalRun()

    /// - Parameter bytes: UTF-8, looked at no longer than the scanner is used.
    init(_ bytes: UnsafeBufferPointer<UInt8>, language: String) {
        self.bytes = bytes
        conjunctions = Conjunctions.of(language)
    }

    mutating func run() {
        while place.byte < bytes.count {
            if PackedWord.holds(bytes[place.byte]) { takeWord() } else { takeMark() }
        }
        cut()
    }

    private mutating func takeWord() {
        let start = place
        word = PackedWord(bytes, at: &place)
        if let clauseStart {
            let isLong = start.scalar - clauseStart.scalar > Self.longestClause
            if isLong || conjunctions.contains(word.octets) { cut() }
        }
        if clauseStart == nil { clauseStart = start }
        wordEnd = place
        guard shout == nil else { return }
        capitals.take(word, start.scalar..<place.scalar)
        shout = capitals.shout
    }

    /// Ends the clause at its last word, if one has begun.
    mutating func cut() {
        guard let start = clauseStart else { return }
        clauses.append(ClauseMap.Clause(start: start, end: wordEnd, sentence: sentence))
        clauseStart = nil
    }

    mutating func endSentence() {
        cut()
        sentence += 1
    }

    mutating func step(_ octets: Int, scalars: Int = 1) {
        place.byte += octets
        place.scalar += scalars
    }
}
