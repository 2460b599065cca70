import Model
import Pipeline

/// Where findings stand in a draft's Markdown.
///
/// The charter reads the text as the customer will, where slots are filled and signs of Markdown are gone: its places are
/// carried over word by word.
struct DraftMarks {
    struct Mark: Hashable, Sendable {
        /// In the draft's text.
        var range: Range<String.Index>
        var check: String
        var severity: String
        var message: String
    }

    /// In the order of the text; none overlaps another.
    private(set) var marks: [Mark] = []

    /// More words than a letter has are left unmarked: the comparison takes time with the square of the differences.
    private static let mostWords = 4_000

    init() {}

    init(_ review: DraftReview, in markdown: String) {
        let shown = Self.words(of: review.checkedText)
        let written = Self.words(of: markdown)
        guard shown.count <= Self.mostWords, written.count <= Self.mostWords else { return }
        let places = Self.places(of: shown, in: written)
        let ends = Self.scalarEnds(of: shown, in: review.checkedText)
        for finding in review.report.findings.sorted(by: { $0.severity > $1.severity }) where !finding.span.text.isEmpty
        {
            let touched = shown.indices.filter {
                ends[$0].lowerBound < finding.span.end && ends[$0].upperBound > finding.span.start
            }
            let found = touched.compactMap { places[$0] }.map { written[$0] }
            guard let first = found.first, let last = found.last else { continue }
            add(first.startIndex..<last.endIndex, finding)
        }
        marks.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    private mutating func add(_ range: Range<String.Index>, _ finding: Finding) {
        guard !marks.contains(where: { $0.range.overlaps(range) }) else { return }
        let severity = finding.severity.rawValue
        marks.append(Mark(range: range, check: finding.check, severity: severity, message: finding.message))
    }

    private static func words(of text: String) -> [Substring] {
        text.split(whereSeparator: \.isWhitespace)
    }

    /// For each word that stands in both texts, where it stands in the second.
    private static func places(of shown: [Substring], in written: [Substring]) -> [Int: Int] {
        let difference = written.map(bare).difference(from: shown.map(bare))
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        let pairs = zip(
            shown.indices.filter { !removed.contains($0) },
            written.indices.filter { !inserted.contains($0) }
        )
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0, $1) })
    }

    /// A word without the signs that Markdown puts around it.
    private static func bare(_ word: Substring) -> String {
        word.filter { !"*_`~#>\\".contains($0) }
    }

    private static func scalarEnds(of words: [Substring], in text: String) -> [Range<Int>] {
        var position = 0
        var index = text.startIndex
        return words.map { word in
            position += text.unicodeScalars.distance(from: index, to: word.startIndex)
            let start = position
            position += word.unicodeScalars.count
            index = word.endIndex
            return start..<position
        }
    }
}
