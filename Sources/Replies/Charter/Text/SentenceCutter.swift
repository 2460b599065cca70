/// Cuts a reply into sentences: at their marks, at blank lines, and at the ends of lines that were ended on purpose.
struct SentenceCutter {
    /// A line at least this long was wrapped by a mail program and goes on in the next.
    private static let wrapped = 55

    private let scalars: [Unicode.Scalar]
    private let end: Int
    private var sentences: [Range<Int>] = []
    private var start: Int
    private var lineStart: Int
    private var run = MarkRun()

    /// - Returns: those that hold a word or a slot, without white space around them.
    static func sentences(of scalars: [Unicode.Scalar], in range: Range<Int>) -> [Range<Int>] {
        var cutter = Self(scalars, range)
        cutter.cutAll()
        return cutter.sentences
    }

    private init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
        self.scalars = scalars
        (start, lineStart, end) = (range.lowerBound, range.lowerBound, range.upperBound)
    }

    private mutating func cutAll() {
        for index in start..<end {
            switch scalars[index] {
            case "\n": takeLineEnd(at: index)
            case ".", "!", "?", "…", ":": takeMark(at: index)
            default: break
            }
        }
        cut(at: end)
    }

    private mutating func takeMark(at index: Int) {
        if !run.contains(index) { run = MarkRun(scalars, from: index, to: end) }
        if endsSentence(at: index) { cut(at: run.end) }
    }

    private mutating func takeLineEnd(at index: Int) {
        let isBlank = index + 1 < end && scalars[index + 1] == "\n"
        if isBlank || index - lineStart < Self.wrapped || beginsItem(at: index + 1) { cut(at: index) }
        lineStart = index + 1
    }

    private func beginsItem(at index: Int) -> Bool {
        guard index + 1 < end, scalars[index + 1] == " " else { return false }
        switch scalars[index] {
        case "-", "*", "•", "–": return true
        default: return false
        }
    }

    private mutating func cut(at end: Int) {
        guard end > start else { return }
        var range = start..<end
        while let first = range.first, scalars[first].isBlank { range = first + 1..<end }
        while let last = range.last, scalars[last].isBlank { range = range.lowerBound..<last }
        start = end
        guard range.contains(where: { scalars[$0].isWordPart || scalars[$0] == "[" }) else { return }
        sentences.append(range)
    }

    /// "Dr. Voss", "3.50" and "14. April" go on; "came. It" ends, and so does a colon before a new line.
    private func endsSentence(at index: Int) -> Bool {
        switch run.next {
        case .end: return true
        case .word: return false
        case .line: return scalars[index] != "." || !isShortened(before: index)
        case .space(let next):
            guard next < end, scalars[index] != ":" else { return false }
            if scalars[index] == "." { return !isShortened(before: index) && !isOrdinal(before: index, next: next) }
            return !scalars[next].isSmall
        }
    }

    /// An initial or a common short form; in both a sentence seldom ends.
    private func isShortened(before index: Int) -> Bool {
        var first = index
        while first > start, scalars[first - 1].isWordPart { first -= 1 }
        let word = scalars[first..<index]
        guard let only = word.first, word.count <= 5 else { return false }
        if word.count == 1 {
            // "J. Porter", "z. B."; but "until 22 h."
            let isPair = index + 3 < end && scalars[index + 3] == "." && scalars[index + 2].isWordPart
            return only.isCapital || isPair
        }
        return Self.shortForms.contains(String(scalars: word).lowercased())
    }

    private static let shortForms: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "tel", "ca", "bzw", "inkl", "evtl", "ggf", "zzgl", "sr",
        "sra", "srta", "mme", "mlle", "art", "abs", "str", "approx", "núm", "av",
    ]

    /// "am 5. März", "den 3. und 4. Mai".
    private func isOrdinal(before index: Int, next: Int) -> Bool {
        guard index > start, scalars[index - 1].isDigit else { return scalars[next].isSmall }
        if scalars[next].isSmall || scalars[next].isDigit { return true }
        let word = String(scalars: scalars[next..<min(next + 3, end)]).lowercased()
        return Self.months.contains(word)
    }

    private static let months: Set<String> = [
        "jan", "feb", "mär", "mae", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez",
    ]
}

/// A run of marks and closing signs, and what stands behind it: looked at once for all of its marks.
private struct MarkRun {
    enum Next {
        /// The end of the text.
        case end
        /// Something without white space before it.
        case word
        /// White space, and in it the end of a line.
        case line
        /// Other white space, and behind it something at a place, or the end of the text.
        case space(before: Int)
    }

    private var start = 0
    private(set) var end = 0
    private(set) var next = Next.end

    init() {}

    init(_ scalars: [Unicode.Scalar], from start: Int, to limit: Int) {
        self.start = start
        end = start + 1
        while end < limit, Self.isCloser(scalars[end]) { end += 1 }
        guard end < limit else { return }
        guard scalars[end].isBlank else {
            next = .word
            return
        }
        var place = end
        while place < limit, scalars[place].isBlank, scalars[place] != "\n" { place += 1 }
        next = place < limit && scalars[place] == "\n" ? .line : .space(before: place)
    }

    func contains(_ index: Int) -> Bool {
        start <= index && index < end
    }

    private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "”", "“", "»", ")", "'", "’", "!", "?", ".": true
        default: false
        }
    }
}
