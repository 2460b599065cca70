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
    }

    let language: String
    let bytes: [UInt8]
    /// In the order of the text, without overlap.
    let clauses: [Clause]
    /// What stands between quotation marks, in scalars: names, and other people's words. In the order of the text, without
    /// overlap.
    let quotations: [Range<Int>]
    /// The first run of words in capitals, in scalars; nil where nobody shouts.
    let shout: Range<Int>?
    /// The octets at which every so many scalars begin; empty where every scalar is one octet.
    private let milestones: [Int]
    /// In scalars, from one milestone to the next.
    private static let mile = 64

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
        milestones = scanner.place.scalar == bytes.count ? [] : Self.milestones(of: bytes)
    }

    private static func milestones(of bytes: [UInt8]) -> [Int] {
        var milestones: [Int] = []
        milestones.reserveCapacity(bytes.count / mile + 1)
        var scalar = 0
        for (place, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if scalar % mile == 0 { milestones.append(place) }
            scalar += 1
        }
        return milestones
    }

    /// The clause that holds the scalar, or the last one before it; 0 where there is none.
    func clause(at scalar: Int) -> Int {
        max(clauses.partitioningIndex { $0.start.scalar > scalar } - 1, 0)
    }

    func sentence(at scalar: Int) -> Int {
        clauses.isEmpty ? 0 : clauses[clause(at: scalar)].sentence
    }

    func isQuoted(_ range: Range<Int>) -> Bool {
        let next = quotations.partitioningIndex { $0.lowerBound > range.lowerBound }
        return next > 0 && range.upperBound <= quotations[next - 1].upperBound
    }

    /// Where a scalar stands in the octets: found in a few steps from the milestone before it.
    func mark(at scalar: Int) -> Mark {
        guard let last = milestones.indices.last else {
            let place = min(scalar, bytes.count)
            return Mark(scalar: place, byte: place)
        }
        let milestone = min(scalar / Self.mile, last)
        var mark = Mark(scalar: milestone * Self.mile, byte: milestones[milestone])
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
