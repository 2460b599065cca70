/// Finds signatures at the end of own text: below the delimiter `-- ` (RFC 3676 §4.3) or a rule, the line that phones and
/// mail programs add by themselves, legal notes and list footers, and a closing with name and contact.
struct SignatureFinder {
    var sorted: SortedLines

    /// A delimiter with more below it is taken for something else.
    private static let longest = 25

    static func strike(_ sorted: SortedLines) -> SortedLines {
        var finder = SignatureFinder(sorted: sorted)
        var start = 0
        // Between quoted lines stand answers; who signs does so above the quote or at the end.
        var isFirst = true
        while start < finder.sorted.roles.count {
            guard finder.sorted.roles[start] == .own else {
                start += 1
                continue
            }
            var end = start
            while end < finder.sorted.roles.count, finder.sorted.roles[end] == .own { end += 1 }
            if isFirst || end == finder.sorted.roles.count { finder.strike(start..<end) }
            isFirst = finder.isBlank(start..<end) && isFirst
            start = end
        }
        return finder.sorted
    }

    /// From the bottom up, as they were put one below the other.
    private mutating func strike(_ stretch: Range<Int>) {
        strikeMarked(stretch)
        var end = trimmedEnd(stretch)
        var looks = 6
        while end > stretch.lowerBound, looks > 0, let start = lastPiece(stretch.lowerBound..<end) {
            for index in start..<end { sorted.roles[index] = .signature }
            end = trimmedEnd(stretch.lowerBound..<start)
            looks -= 1
        }
        let isLast = stretch.upperBound == sorted.roles.count
        if let closing = SignOff.beginning(in: sorted, stretch.lowerBound..<end, isLast: isLast) {
            for index in closing..<end { sorted.roles[index] = .signature }
        }
    }

    private mutating func strikeMarked(_ stretch: Range<Int>) {
        for index in stretch where sorted.lines[index].mark == .signature { sorted.roles[index] = .signature }
    }

    private func isBlank(_ stretch: Range<Int>) -> Bool {
        stretch.allSatisfy { sorted.lines[$0].isBlank }
    }

    /// Without blank and struck lines at the end.
    private func trimmedEnd(_ stretch: Range<Int>) -> Int {
        var end = stretch.upperBound
        while end > stretch.lowerBound, sorted.lines[end - 1].isBlank || sorted.roles[end - 1] == .signature {
            end -= 1
        }
        return end
    }

    /// Where the last piece of a signature begins, if the lines end in one.
    private func lastPiece(_ own: Range<Int>) -> Int? {
        let last = own.upperBound - 1
        if MobileSignature.matches(sorted.lines, last) || isPicture(last) { return last }
        if QuoteHeading.isRule(sorted.lines, last, longerThan: 2) { return last }
        if let delimiter = delimiter(own) { return delimiter }
        return Disclaimer.beginning(in: sorted.lines, own) ?? mobileAbove(own)
    }

    /// What Outlook leaves of a picture in plain text: logos mostly.
    private func isPicture(_ index: Int) -> Bool {
        sorted.lines.text(index).starts(with: "[cid:".utf8) && sorted.lines.last(index) == UInt8(ascii: "]")
    }

    /// A line or two may follow it: a name, a link to the shop of the program.
    private func mobileAbove(_ own: Range<Int>) -> Int? {
        let last = own.upperBound - 1
        guard let above = (max(own.lowerBound, last - 3)..<last).last(where: { !sorted.lines[$0].isBlank }) else {
            return nil
        }
        let line = SignatureLine(sorted.lines, last)
        return (line.isName || line.isContact) && MobileSignature.matches(sorted.lines, above) ? above : nil
    }

    private func delimiter(_ own: Range<Int>) -> Int? {
        let first = max(own.lowerBound, own.upperBound - Self.longest)
        for index in first..<own.upperBound {
            guard let kind = kind(index) else { continue }
            if kind == .certain || SignatureBlock.isPlausible(in: sorted.lines, (index + 1)..<own.upperBound, kind) {
                return index
            }
        }
        return nil
    }

    enum Delimiter {
        /// Two dashes and a space.
        case certain
        /// Dashes without.
        case likely
        /// A rule that may part anything.
        case rule
    }

    private func kind(_ index: Int) -> Delimiter? {
        let first = sorted.lines.first(index)
        guard first == UInt8(ascii: "-") || first == UInt8(ascii: "_") || first == 0xE2 || first == UInt8(ascii: "="),
            sorted.lines[index].count <= 200
        else { return nil }
        if sorted.lines.equals(index, "--") {
            let end = Int(sorted.lines[index].textEnd)
            return end < sorted.lines.octets.count && sorted.lines.octets[end] == 0x20 ? .certain : .likely
        }
        let isDash = ["__", "—", "– –", "–", "- -"].contains { sorted.lines.text(index).elementsEqual($0.utf8) }
        if isDash { return .likely }
        return QuoteHeading.isRule(sorted.lines, index, longerThan: 2) ? .rule : nil
    }
}

/// What stands below a delimiter.
enum SignatureBlock {
    private static let most = 20

    static func isPlausible(in lines: MessageLines, _ block: Range<Int>, _ delimiter: SignatureFinder.Delimiter) -> Bool
    {
        let filled = block.filter { !lines[$0].isBlank }
        guard !filled.isEmpty, filled.count <= most else { return filled.isEmpty }
        if let first = filled.first, DisclaimerWords.isFooter(lines.words(first).words) { return true }
        let all = filled.map { SignatureLine(lines, $0) }
        if delimiter == .likely { return !all[0].isProse && all.filter(\.isProse).count * 3 <= all.count }
        guard !all.contains(where: \.isProse) else { return false }
        return all.contains(where: \.isContact) || all.count <= 4 && all.allSatisfy(\.isNameLike) && !all[0].isClosing
    }
}

/// A closing, a name and what follows: "Kind regards, Ann Smith, Shop Ltd., phone". Or a dash and a name.
enum SignOff {
    private static let longest = 14

    /// Where it begins. Above a quote a closing and a name stay, as they are part of an answer: what they are followed by
    /// does not. A message is never a signature alone.
    static func beginning(in sorted: SortedLines, _ own: Range<Int>, isLast: Bool) -> Int? {
        let lines = sorted.lines
        let first = max(own.lowerBound, own.upperBound - longest)
        guard let top = (own.lowerBound..<own.upperBound).first(where: { !lines[$0].isBlank }) else { return nil }
        if isLast, let dash = dashedName(lines, own), dash > top { return dash }
        guard
            let closing = (first..<own.upperBound).last(where: {
                lines[$0].count < 60 && !lines[$0].isBlank && SignatureLine(lines, $0).isClosing
            }),
            closing > top
        else { return nil }
        let below = ((closing + 1)..<own.upperBound).filter { !lines[$0].isBlank }
        let parts = below.map { SignatureLine(lines, $0) }
        guard let name = parts.first, name.isNameLike || name.isContact else { return nil }
        let isPlain = parts.allSatisfy { $0.isName } && parts.count <= 2
        guard isPlain || !parts.contains(where: \.isProse) && parts.allSatisfy({ $0.isNameLike || $0.isContact }) else {
            return nil
        }
        if isLast, !sorted.roles.contains(where: { $0 == .quoted }) { return closing }
        guard let contact = parts.firstIndex(where: \.isContact) else { return nil }
        return below[min(contact, 1)]
    }

    /// `-Ann Smith`, below a blank line.
    private static func dashedName(_ lines: MessageLines, _ own: Range<Int>) -> Int? {
        let last = own.upperBound - 1
        guard last > own.lowerBound, lines[last - 1].isBlank, lines[last].count <= 40 else { return nil }
        let first = lines.first(last)
        guard first == UInt8(ascii: "-") || lines.text(last).starts(with: [0xE2, 0x80]) else { return nil }
        let above = (own.lowerBound..<last).last { !lines[$0].isBlank }
        guard above.map({ lines.first($0) != first }) == true else { return nil }
        return SignatureLine(lines, last).isName ? last : nil
    }
}

/// Legal notes, pleas for the environment, seals of virus scanners.
enum Disclaimer {
    private static let longest = 60
    private static let mostOctets = 6000

    /// Where the last paragraph begins, if it is one.
    static func beginning(in lines: MessageLines, _ own: Range<Int>) -> Int? {
        var start = own.upperBound - 1
        let limit = max(own.lowerBound, own.upperBound - longest)
        while start > limit, !lines[start - 1].isBlank { start -= 1 }
        var words: [Word] = []
        var octets = 0
        for index in start..<own.upperBound {
            octets += lines[index].count
            guard octets < mostOctets else { return nil }
            words += lines.words(index).words
        }
        if DisclaimerWords.isSeal(words) || DisclaimerWords.isFooter(words) { return start }
        guard words.count >= 15 else { return nil }
        return Set(words.lazy.map(\.key).filter(DisclaimerWords.legal.contains)).count >= 3 ? start : nil
    }
}
