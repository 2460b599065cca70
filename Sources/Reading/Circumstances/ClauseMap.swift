// What customers tell of their situation and how it stands with them is found by lexicons; this is the ground that the
// finds are put on: the clauses and sentences of a text, and what in it is quoted or shouted.

/// A text cut to clauses.
///
/// A clause ends at a comma, semicolon, colon, bracket, dash, stop or short line, and before words such as "and" or
/// "because"; none is longer than `ClauseScanner.longestClause`, so that looking at one costs a bounded time.
struct ClauseMap: Sendable {
    /// A place in the text.
    struct Mark: Hashable, Sendable {
        /// Offset in Unicode scalars.
        var scalar: Int
        /// Offset in octets of UTF-8.
        var byte: Int
    }

    /// From the first letter of its first word to the last of its last.
    struct Clause: Hashable, Sendable {
        var start: Mark
        var end: Mark
        /// Counts up with every sentence.
        var sentence: Int

        /// Whether every scalar is one octet.
        var isSimple: Bool { end.byte - start.byte == end.scalar - start.scalar }
    }

    let language: String
    let bytes: [UInt8]
    /// In the order of the text, without overlap.
    let clauses: [Clause]
    /// What stands between quotation marks, in scalars: names, and other people's words.
    let quotations: [Range<Int>]
    /// The first run of words in capitals, in scalars; nil where nobody shouts.
    let shout: Range<Int>?

    init(_ text: String, language: String) {
        self.language = language
        bytes = Array(text.utf8)
        let scanner = bytes.withUnsafeBufferPointer {
            var scanner = ClauseScanner($0, language: language)
            scanner.run()
            return scanner
        }
        clauses = scanner.clauses
        quotations = scanner.quotations
        shout = scanner.shout
    }

    /// The clause that holds the scalar, or the last one before it; 0 where there is none.
    func clause(at scalar: Int) -> Int {
        var low = 0
        var high = clauses.count
        while low < high {
            let middle = (low + high) / 2
            if clauses[middle].start.scalar <= scalar { low = middle + 1 } else { high = middle }
        }
        return max(low - 1, 0)
    }

    func sentence(at scalar: Int) -> Int {
        clauses.isEmpty ? 0 : clauses[clause(at: scalar)].sentence
    }

    func isQuoted(_ range: Range<Int>) -> Bool {
        quotations.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
    }

    /// Where a scalar stands in the octets: found by walking from the beginning of its clause.
    func mark(at scalar: Int) -> Mark {
        var mark = Mark(scalar: 0, byte: 0)
        if !clauses.isEmpty {
            let clause = clauses[clause(at: scalar)]
            if clause.isSimple, (clause.start.scalar...clause.end.scalar).contains(scalar) {
                return Mark(scalar: scalar, byte: clause.start.byte + scalar - clause.start.scalar)
            }
            if clause.start.scalar <= scalar { mark = clause.start }
        }
        while mark.scalar < scalar, mark.byte < bytes.count { advance(&mark) }
        return mark
    }

    /// One scalar on.
    func advance(_ mark: inout Mark) {
        mark.scalar += 1
        mark.byte += 1
        while mark.byte < bytes.count, bytes[mark.byte] & 0xC0 == 0x80 { mark.byte += 1 }
    }
}
