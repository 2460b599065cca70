/// A single line that begins with `>` among own words: "The display shows" and below it "> Error 42".
///
/// It is a quote where something introduces it, where the message answers another, and where it stands apart below the
/// own words. Else it is taken for their part, for own words are never to be lost.
enum LoneMark {
    static func unmark(_ lines: inout MessageLines) {
        guard let index = onlyQuoted(lines), lines[index].depth == 1, lines[index].mark != .quote else { return }
        let whole = Blank.trimmed(lines.octets, Int(lines[index].start)..<Int(lines[index].textEnd))
        guard lines.octets[whole].first == UInt8(ascii: ">"), isAmongOwn(lines, index) else { return }
        lines[index].depth = 0
        lines[index].textStart = Int32(whole.lowerBound)
    }

    /// The quoted line of a message that has no other.
    private static func onlyQuoted(_ lines: MessageLines) -> Int? {
        var found: Int?
        for index in 0..<lines.count where lines[index].isQuoted {
            guard found == nil else { return nil }
            found = index
        }
        return found
    }

    /// Whether a line with words stands right above, or right below where others stand above, and none introduces it.
    private static func isAmongOwn(_ lines: MessageLines, _ index: Int) -> Bool {
        guard let above = (max(0, index - 4)..<index).last(where: { !lines[$0].isBlank }) else { return false }
        let touches = above == index - 1 || index + 1 < lines.count && !lines[index + 1].isBlank
        guard touches, lines[above].mark == .none else { return false }
        let introduction = Attribution.ending(at: above, notBefore: 0, in: lines, isBeforeQuote: true)
        return introduction == nil && !QuoteHeading.isRule(lines, above, longerThan: 2)
            && !QuoteHeading.isHeading(lines, above)
    }
}
