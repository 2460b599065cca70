/// Tells own lines from quoted ones, in one pass.
///
/// A quote is made of lines with marks (`>`, or the containers of HTML), or begins with a line that says so: "On …
/// wrote:", "-----Original Message-----", a block of From, Sent, To and Subject. Where marked lines follow such a
/// beginning, the quote is those lines, and what is written between and below them is an answer; else the quote runs to
/// the end.
struct QuoteFinder {
    private var sorted: SortedLines
    /// Lines above belong to what was found already.
    private var firstFree = 0
    /// Lines above begin no block of header fields.
    private var fruitless = 0
    /// Whether no quote or introduction was seen since the last own line.
    private var isAfterOwn = true

    private init(_ lines: MessageLines) {
        sorted = SortedLines(lines: lines, roles: Array(repeating: .own, count: lines.count))
    }

    static func sort(_ lines: MessageLines) -> SortedLines {
        var finder = QuoteFinder(lines)
        var index = 0
        while index < lines.count, let next = finder.look(at: index) { index = next }
        return finder.sorted
    }

    /// - Returns: the line to look at next; nil once all that follows is known for a quote.
    private mutating func look(at index: Int) -> Int? {
        let line = sorted.lines[index]
        if line.isQuoted || line.mark == .attribution, isAfterOwn {
            // Nothing introduces it: it may be a message passed on as a quote.
            sorted.isForward = sorted.isForward || QuoteHeading.namesForward(sorted.lines, index)
            isAfterOwn = false
        }
        if line.isQuoted {
            sorted.roles[index] = .quoted
            if QuoteHeading.isAngled(sorted.lines, index), !isFollowedByQuote(index + 1) {
                runToEnd(from: index + 1, hasHeading: false)
                return nil
            }
            return free(from: index + 1)
        }
        if line.isBlank { return index + 1 }
        isAfterOwn = line.mark != .attribution
        if line.mark == .attribution {
            sorted.roles[index] = .introduction
            return free(from: index + 1)
        }
        if let heading = QuoteHeading.beginning(at: index, in: sorted.lines, fruitless: &fruitless) {
            return take(heading, at: index)
        }
        return lookForAttribution(endingAt: index)
    }

    private mutating func free(from index: Int) -> Int {
        firstFree = index
        isAfterOwn = false
        return index
    }

    private mutating func take(_ heading: QuoteHeading, at index: Int) -> Int? {
        sorted.isForward = sorted.isForward || heading.isForward
        strikeRule(before: index)
        for line in index..<heading.end { sorted.roles[line] = .introduction }
        if isFollowedByQuote(heading.end) { return free(from: heading.end) }
        runToEnd(from: heading.end, hasHeading: true)
        return nil
    }

    private mutating func lookForAttribution(endingAt index: Int) -> Int? {
        let isBeforeQuote = isFollowedByQuote(index + 1)
        let found = Attribution.ending(
            at: index,
            notBefore: firstFree,
            in: sorted.lines,
            isBeforeQuote: isBeforeQuote
        )
        guard let found else { return index + 1 }
        var first = found.line
        if let cut = found.cut {
            cutLine(first, at: cut)
            first += 1
        }
        for line in first..<(index + 1) { sorted.roles[line] = .introduction }
        if isBeforeQuote { return free(from: index + 1) }
        strikeRule(before: found.line)
        runToEnd(from: index + 1, hasHeading: false)
        return nil
    }

    /// Own words stand on the line where the quote begins.
    private mutating func cutLine(_ index: Int, at octet: Int) {
        let start = Int(sorted.lines[index].textStart)
        let own = Blank.trimmed(sorted.lines.octets, start..<max(start, octet))
        sorted.lines[index].textEnd = Int32(own.upperBound)
    }

    private mutating func runToEnd(from index: Int, hasHeading: Bool) {
        for line in index..<sorted.roles.count { sorted.roles[line] = .quoted }
        sorted.tail = index
        sorted.tailHasHeading = hasHeading
    }

    private func isFollowedByQuote(_ index: Int) -> Bool {
        sorted.lines.nextText(index).map { sorted.lines[$0].isQuoted } == true
    }

    /// A ruled line above the beginning of a quote belongs to it.
    private mutating func strikeRule(before index: Int) {
        var index = index - 1
        while index >= firstFree, sorted.lines[index].isBlank { index -= 1 }
        if index >= firstFree, QuoteHeading.isRule(sorted.lines, index, longerThan: 2) {
            sorted.roles[index] = .introduction
        }
    }
}
