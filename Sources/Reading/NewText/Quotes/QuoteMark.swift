/// Marks before quoted lines: `>`, `> >`, `|`, and initials (`AB>`).
enum QuoteMark {
    static func apply(to lines: inout MessageLines) {
        var isAfterQuote = false
        for index in 0..<lines.lines.count {
            let first = lines.first(index)
            if first == UInt8(ascii: ">") {
                angle(&lines, index)
                if index > 0, endsAddress(lines, index) { set(&lines, index, 0, Int(lines[index].textStart) - 1) }
            } else if first == UInt8(ascii: "|") {
                bar(&lines, index, isAfterQuote)
            } else if (0x41...0x5A).contains(first), let width = initials(lines, index) {
                let isRepeated = [index - 1, index + 1].contains { sharesInitials(lines, index, $0, width) }
                if isAfterQuote || isRepeated { strip(&lines, index, width) }
            }
            isAfterQuote = lines[index].depth > 0
        }
        if lines.lines.contains(where: { $0.depth > 0 }) {
            unescapeFrom(&lines)
            joinBroken(&lines)
        }
    }

    private static func angle(_ lines: inout MessageLines, _ index: Int) {
        guard !isFace(lines.text(index)) else { return }
        var start = Int(lines[index].textStart)
        let end = Int(lines[index].textEnd)
        var depth: UInt8 = 0
        while start < end, lines.octets[start] == UInt8(ascii: ">") || lines.octets[start] == 0x20 {
            if lines.octets[start] == UInt8(ascii: ">"), depth < 100 { depth += 1 }
            start += 1
        }
        set(&lines, index, depth, start)
    }

    /// A mail program that wrapped an introduction before the `>` of its address.
    private static func endsAddress(_ lines: MessageLines, _ index: Int) -> Bool {
        guard lines[index].depth == 1, lines[index - 1].depth == 0, Colon.ends(lines.text(index)) else { return false }
        let above = lines.text(index - 1)
        guard let open = above.lastIndex(of: UInt8(ascii: "<")) else { return false }
        let host = above[open...]
        return host.contains(UInt8(ascii: "@")) && !host.contains(UInt8(ascii: ">")) && !host.contains(0x20)
    }

    /// `>:(` and `>.<` are no quotes.
    private static func isFace(_ text: ArraySlice<UInt8>) -> Bool {
        (2...4).contains(text.count) && text.dropFirst().allSatisfy { ":.;_<=(/-x'D".utf8.contains($0) }
            && !text.dropFirst().allSatisfy { $0 == UInt8(ascii: ".") }
    }

    /// A bar begins a quoted line where several lines have one; with further bars it is a table.
    private static func bar(_ lines: inout MessageLines, _ index: Int, _ isAfterQuote: Bool) {
        guard isBarred(lines, index) else { return }
        let isNext = index + 1 < lines.count && isBarred(lines, index + 1)
        if isAfterQuote || isNext { strip(&lines, index, 1) }
    }

    private static func isBarred(_ lines: MessageLines, _ index: Int) -> Bool {
        let text = lines.text(index)
        guard text.first == UInt8(ascii: "|") else { return false }
        let rest = text.dropFirst()
        return (rest.isEmpty || rest.first == 0x20) && !rest.contains(UInt8(ascii: "|"))
    }

    /// The octets of `AB>` at the beginning of a line.
    private static func initials(_ lines: MessageLines, _ index: Int) -> Int? {
        let head = lines.text(index).prefix(6)
        let letters = head.prefix { (0x41...0x5A).contains($0 & 0xDF) }
        guard (1...4).contains(letters.count), head.dropFirst(letters.count).first == UInt8(ascii: ">") else {
            return nil
        }
        return letters.count + 1
    }

    private static func sharesInitials(_ lines: MessageLines, _ index: Int, _ other: Int, _ width: Int) -> Bool {
        guard other >= 0, other < lines.count else { return false }
        if lines[other].depth > 0 { return true }
        return lines.text(other).prefix(width).elementsEqual(lines.text(index).prefix(width))
    }

    private static func strip(_ lines: inout MessageLines, _ index: Int, _ width: Int) {
        set(&lines, index, 1, Int(lines[index].textStart) + width)
    }

    private static func set(_ lines: inout MessageLines, _ index: Int, _ depth: UInt8, _ start: Int) {
        let text = Blank.trimmed(lines.octets, start..<max(start, Int(lines[index].textEnd)))
        lines[index].depth = depth
        lines[index].textStart = Int32(text.lowerBound)
        lines[index].textEnd = Int32(text.upperBound)
    }

    /// Mailboxes of the mbox kind put a `>` before a line of text that begins with "From ".
    private static func unescapeFrom(_ lines: inout MessageLines) {
        for index in 0..<lines.count where lines[index].depth == 1 && lines.text(index).starts(with: "From ".utf8) {
            let isEscape = lines.octets[Int(lines[index].start)...].starts(with: ">From ".utf8)
            let neighbours = [index - 1, index + 1].filter { $0 >= 0 && $0 < lines.count }
            guard isEscape, !neighbours.contains(where: { lines[$0].depth > 0 }) else { continue }
            lines[index].depth = 0
            lines[index].start += 1
        }
    }

    /// Mail programs that wrap what they quote leave the rest of a long line without a mark.
    private static func joinBroken(_ lines: inout MessageLines) {
        guard lines.count > 2 else { return }
        for index in 1..<(lines.count - 1) where lines[index].depth == 0 && !lines[index].isBlank {
            let above = lines[index - 1]
            guard above.depth > 0, lines[index + 1].depth > 0, goesOn(lines, index - 1, index) else { continue }
            lines[index].depth = above.depth
        }
    }

    /// A sentence or a link that is not at its end, and a line that begins as the rest of it would.
    private static func goesOn(_ lines: MessageLines, _ above: Int, _ index: Int) -> Bool {
        let first = lines.first(index)
        let isLower = (0x61...0x7A).contains(first) || first >= 0x80
        let isInLink = OctetSearch.contains("://", in: lines.text(above).suffix(120))
        if isInLink, isLower || "_&=?/%#)~+".utf8.contains(first) { return true }
        return isLower && lines[above].count >= 60 && !".!?:;".utf8.contains(lines.last(above))
    }
}
