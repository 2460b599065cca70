/// Cuts a reply into sentences: at their marks, at blank lines, and at the ends of lines that were ended on purpose.
struct SentenceCutter {
    struct Piece {
        var range: Range<Int>
        var paragraph: Int
    }

    /// A line at least this long was wrapped by a mail program and goes on in the next.
    private static let wrapped = 55

    private let scalars: [Unicode.Scalar]
    private var pieces: [Piece] = []
    private var start = 0
    private var lineStart = 0
    private var paragraph = 0

    static func pieces(of scalars: [Unicode.Scalar]) -> [Piece] {
        var cutter = Self(scalars)
        cutter.run()
        return cutter.pieces
    }

    private init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    private mutating func run() {
        for index in scalars.indices {
            switch scalars[index] {
            case "\n": takeLineEnd(at: index)
            case ".", "!", "?", "…", ":": if endsSentence(at: index) { cut(at: endOfClosers(behind: index)) }
            default: break
            }
        }
        cut(at: scalars.count)
    }

    private mutating func takeLineEnd(at index: Int) {
        let isBlank = index + 1 < scalars.count && scalars[index + 1] == "\n"
        if isBlank || index - lineStart < Self.wrapped || beginsItem(at: index + 1) { cut(at: index) }
        if isBlank { paragraph += 1 }
        lineStart = index + 1
    }

    private func beginsItem(at index: Int) -> Bool {
        guard index + 1 < scalars.count, scalars[index + 1] == " " else { return false }
        return ["-", "*", "•", "–"].contains(scalars[index])
    }

    private mutating func cut(at end: Int) {
        guard end > start else { return }
        var range = start..<end
        while let first = range.first, scalars[first].isBlank { range = first + 1..<end }
        while let last = range.last, scalars[last].isBlank { range = range.lowerBound..<last }
        start = end
        guard range.contains(where: { scalars[$0].isWordPart || scalars[$0] == "[" }) else { return }
        pieces.append(Piece(range: range, paragraph: paragraph))
    }

    /// "Dr. Voss", "3.50" and "14. April" go on; "came. It" ends, and so does a colon before a new line.
    private func endsSentence(at index: Int) -> Bool {
        var next = endOfClosers(behind: index)
        guard next < scalars.count else { return true }
        guard scalars[next].isBlank else { return false }
        while next < scalars.count, scalars[next].isBlank {
            if scalars[next] == "\n" { return scalars[index] != "." || !isShortened(before: index) }
            next += 1
        }
        guard next < scalars.count, scalars[index] != ":" else { return false }
        if scalars[index] == "." { return !isShortened(before: index) && !isOrdinal(before: index, next: next) }
        return !scalars[next].properties.isLowercase
    }

    private func endOfClosers(behind index: Int) -> Int {
        var next = index + 1
        while next < scalars.count, Self.closers.contains(scalars[next]) { next += 1 }
        return next
    }

    private static let closers: Set<Unicode.Scalar> = ["\"", "”", "“", "»", ")", "'", "’", "!", "?", "."]

    /// An initial or a common short form; in both a sentence seldom ends.
    private func isShortened(before index: Int) -> Bool {
        var first = index
        while first > start, scalars[first - 1].isWordPart { first -= 1 }
        let word = scalars[first..<index]
        guard let only = word.first, word.count <= 5 else { return false }
        if word.count == 1 {
            // "J. Porter", "z. B."; but "until 22 h."
            let isPair = index + 3 < scalars.count && scalars[index + 3] == "." && scalars[index + 2].isWordPart
            return only.properties.isUppercase || isPair
        }
        return Self.shortForms.contains(String(String.UnicodeScalarView(word)).lowercased())
    }

    private static let shortForms: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "tel", "ca", "bzw", "inkl", "evtl", "ggf", "zzgl", "sr",
        "sra", "srta", "mme", "mlle", "art", "abs", "str", "approx", "núm", "av",
    ]

    /// "am 5. März", "den 3. und 4. Mai".
    private func isOrdinal(before index: Int, next: Int) -> Bool {
        guard index > start, scalars[index - 1].isDigit else { return scalars[next].properties.isLowercase }
        if scalars[next].properties.isLowercase || scalars[next].isDigit { return true }
        let word = String(String.UnicodeScalarView(scalars[next..<min(next + 3, scalars.count)])).lowercased()
        return Self.months.contains(word)
    }

    private static let months: Set<String> = [
        "jan", "feb", "mär", "mae", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez",
    ]
}

extension Unicode.Scalar {
    var isBlank: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x3000: true
        default: false
        }
    }

    var isDigit: Bool { (0x30...0x39).contains(value) }

    /// A letter or a digit.
    var isWordPart: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0...0xBF: value == 0xAA || value == 0xBA
        case 0xD7, 0xF7: false
        case 0xC0...0x24F: true
        default: properties.isAlphabetic
        }
    }
}
