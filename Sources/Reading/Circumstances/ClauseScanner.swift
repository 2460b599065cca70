/// One pass over the octets of a text that finds its clauses.
struct ClauseScanner {
    typealias Mark = ClauseMap.Mark

    /// In Unicode scalars. Texts without any punctuation are cut all the same.
    static let longestClause = 400
    /// A line shorter than this was ended by the writer, not by a program that wraps lines.
    static let shortLine = 50

    let bytes: [UInt8]
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

    init(_ text: String, language: String) {
        bytes = Array(text.utf8)
        conjunctions = Conjunctions.of(language)
    }

    mutating func run() {
        while place.byte < bytes.count {
            if Self.isWord[Int(bytes[place.byte])] { takeWord() } else { takeMark() }
        }
        cut()
    }

    private mutating func takeWord() {
        let start = place
        word = PackedWord()
        while place.byte < bytes.count, Self.isWord[Int(bytes[place.byte])] {
            let byte = bytes[place.byte]
            word.append(byte)
            if byte & 0xC0 != 0x80 { place.scalar += 1 }
            place.byte += 1
        }
        if let clauseStart {
            let isLong = start.scalar - clauseStart.scalar > Self.longestClause
            if isLong || conjunctions.contains(word.octets) { cut() }
        }
        if clauseStart == nil { clauseStart = start }
        wordEnd = place
        capitals.take(word, start.scalar..<place.scalar)
        if shout == nil { shout = capitals.shout }
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

    /// ASCII letters and digits, and what begins or goes on with letters beyond Latin-1's signs and general punctuation.
    private static let isWord: [Bool] = (0..<256).map { (value: Int) in
        switch UInt8(value) {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xBF, 0xC3...0xE1, 0xE3...0xFF: true
        default: false
        }
    }
}
