/// Tells own lines from quoted ones.
///
/// A quote is made of lines that begin with `>`, or begins with a line that says so: "On … wrote:", "-----Original
/// Message-----", a block of From, Sent, To and Subject. Where such a beginning is followed by `>` lines, the quote is
/// those lines, and what is written between and below them is an answer; else the quote runs to the end.
struct QuoteFinder {
    private let lines: [TextLine]
    private let introductions: [Int: QuoteIntroduction]

    init(_ lines: [TextLine]) {
        self.lines = lines
        introductions = QuoteIntroduction.all(in: lines)
    }

    /// For each line whether it is the writer's own.
    func ownLines() -> [Bool] {
        var own = Array(repeating: false, count: lines.count)
        var index = 0
        while index < lines.count {
            guard let beginning = quoteBeginning(at: index) else {
                own[index] = !lines[index].isQuoted
                index += 1
                continue
            }
            if beginning.runsToEnd {
                strikeRule(before: index, from: &own)
                return own
            }
            index = beginning.end
        }
        return own
    }

    private func quoteBeginning(at index: Int) -> (end: Int, runsToEnd: Bool)? {
        guard !lines[index].isQuoted, !lines[index].isBlank else { return nil }
        if let introduction = introductions[index] {
            if isFollowedByQuote(introduction.end) { return (introduction.end, false) }
            if introduction.isCertain { return (introduction.end, true) }
        }
        guard let end = HeadedQuote.end(in: lines, at: index) else { return nil }
        return (end, !isFollowedByQuote(end))
    }

    private func isFollowedByQuote(_ index: Int) -> Bool {
        var index = index
        // A bounded look: wider gaps do not stand between an introduction and its quote.
        let limit = min(index + 4, lines.count)
        while index < limit, lines[index].isBlank { index += 1 }
        return index < limit && lines[index].isQuoted
    }

    /// A ruled line above the beginning of a quote belongs to it.
    private func strikeRule(before index: Int, from own: inout [Bool]) {
        var index = index - 1
        while index >= 0, lines[index].isBlank { index -= 1 }
        if index >= 0, HeadedQuote.isRule(lines[index]) { own[index] = false }
    }
}
