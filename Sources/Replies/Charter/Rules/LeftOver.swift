// What a program or a hurried person left behind.

extension CharterRule {
    static let leftoverPlaceholder = CharterRule(
        "leftover_placeholder",
        page: "leftovers",
        advice: "Put what belongs here in its place, or take the sentence out.",
        needsWords: false
    ) { text in
        LeftoverScan(text.scalars, openSlots: text.reply.openSlots).found
    }
}

/// Finds marks that should have been filled: `{{name}}`, `[insert date]`, `%NAME%`, `XX`, `___`, `TODO`, `Dear ,`.
struct LeftoverScan {
    private let scalars: [Unicode.Scalar]
    private let openSlots: Set<String>
    private(set) var found: [Range<Int>] = []
    private static let longestName = 60

    init(_ scalars: [Unicode.Scalar], openSlots: Set<String>) {
        self.scalars = scalars
        self.openSlots = openSlots
        var index = 0
        while index < scalars.count { index = scalars[index].isWordPart ? pass(from: index) : look(at: index) }
    }

    /// Goes past a word; where it is one of those that are looked for, past what belongs to it.
    private mutating func pass(from start: Int) -> Int {
        var end = start
        while end < scalars.count, scalars[end].isWordPart { end += 1 }
        guard let range = word(start..<end) else { return end }
        found.append(range)
        return range.upperBound
    }

    /// Where to go on looking.
    private mutating func look(at index: Int) -> Int {
        let range =
            switch scalars[index] {
            case "{": braces(from: index)
            case "[": brackets(from: index)
            case "<": angles(from: index)
            case "%": percent(from: index)
            case "_": run(of: "_", from: index, atLeast: 3)
            case "$" where index + 1 < scalars.count && scalars[index + 1] == "{": braces(from: index + 1)
            default: nil as Range<Int>?
            }
        guard let range else { return index + 1 }
        if !isOpenSlot(range) { found.append(range) }
        return range.upperBound
    }

    private func isOpenSlot(_ range: Range<Int>) -> Bool {
        guard range.count > 4, scalars[range.lowerBound] == "[", scalars[range.lowerBound + 1] == "[" else {
            return false
        }
        return openSlots.contains(string(range.lowerBound + 2..<range.upperBound - 2))
    }

    private func braces(from start: Int) -> Range<Int>? {
        guard let end = end(of: "}", from: start), end - start > 2 else { return nil }
        return start..<(end < scalars.count && scalars[end] == "}" ? end + 1 : end)
    }

    /// `[[name]]`, `[Name]`, `[insert date here]`; not `[1]`, `[…]`, or the text of a link.
    private func brackets(from start: Int) -> Range<Int>? {
        guard let end = end(of: "]", from: start) else { return nil }
        if start + 1 < scalars.count, scalars[start + 1] == "[" {
            return start..<(end < scalars.count && scalars[end] == "]" ? end + 1 : end)
        }
        let inside = scalars[start + 1..<end - 1]
        let isLink = end < scalars.count && scalars[end] == "("
        guard !isLink, inside.count > 1,
            inside.allSatisfy({ $0.isWordPart || $0 == " " || "_-'’./".unicodeScalars.contains($0) })
        else { return nil }
        return inside.contains(where: \.isDigit) || string(start + 1..<end - 1) == "sic" ? nil : start..<end
    }

    /// `<Name>`; an address or a link in angle brackets is none.
    private func angles(from start: Int) -> Range<Int>? {
        guard let end = end(of: ">", from: start), end - start > 3 else { return nil }
        let inside = scalars[start + 1..<end - 1]
        guard inside.allSatisfy({ $0.isWordPart || $0 == " " || $0 == "_" }) else { return nil }
        return inside.contains(where: \.isDigit) ? nil : start..<end
    }

    /// `%NAME%`, `%s`, `%1$s`.
    private func percent(from start: Int) -> Range<Int>? {
        var index = start + 1
        while index < scalars.count, scalars[index].isWordPart || scalars[index] == "_" { index += 1 }
        if index < scalars.count, scalars[index] == "%", index - start > 2 { return start..<index + 1 }
        let isFormat = index == start + 2 && ["s", "d"].contains(scalars[start + 1])
        let isAfterNumber =
            start > 0
            && (scalars[start - 1].isDigit || scalars[start - 1].isBlank && start > 1 && scalars[start - 2].isDigit)
        return isFormat && !isAfterNumber ? start..<index : nil
    }

    private func run(of scalar: Unicode.Scalar, from start: Int, atLeast least: Int) -> Range<Int>? {
        var end = start
        while end < scalars.count, scalars[end] == scalar { end += 1 }
        return end - start >= least ? start..<end : nil
    }

    /// `XX`, `TODO`, `undefined`, and a greeting without a name.
    private func word(_ range: Range<Int>) -> Range<Int>? {
        guard Self.mayBe(scalars[range.lowerBound], letters: range.count) else { return nil }
        let word = string(range)
        if word.count >= 2, word.allSatisfy({ $0 == "X" }) { return range }
        if word.count >= 3, word.allSatisfy({ $0 == "x" }) { return range }
        if Self.words.contains(word) { return range }
        let isOpen = Self.greetings.contains(word) && lacksName(after: range.upperBound)
        return isOpen ? range.lowerBound..<range.upperBound + 2 : nil
    }

    private static let longestWord = 10

    /// Most words begin otherwise than those that are looked for, or are longer or shorter.
    private static func mayBe(_ first: Unicode.Scalar, letters: Int) -> Bool {
        first.isASCII && letters <= longestWord && lengths[Int(first.value)] & 1 << UInt16(letters) != 0
    }

    /// By the ASCII code of their first letters: a bit for each length that they have.
    private static let lengths: [UInt16] = {
        let runs = (2...longestWord).flatMap { [String(repeating: "x", count: $0), String(repeating: "X", count: $0)] }
        var lengths = [UInt16](repeating: 0, count: 128)
        for word in words.union(greetings).union(runs) {
            if let first = word.utf8.first { lengths[Int(first)] |= 1 << UInt16(word.unicodeScalars.count) }
        }
        return lengths
    }()

    private static let words: Set<String> = [
        "TODO", "TBD", "TBC", "FIXME", "undefined", "null", "NaN", "Lorem", "lorem",
    ]
    private static let greetings: Set<String> = [
        "Dear", "Liebe", "Lieber", "Geehrte", "Geehrter", "Cher", "Chère", "Estimado", "Estimada",
    ]

    /// "Dear ,": a name was to stand there.
    private func lacksName(after end: Int) -> Bool {
        end + 1 < scalars.count && scalars[end] == " " && [",", ":", "!"].contains(scalars[end + 1])
    }

    /// Behind the closing sign on the same line.
    private func end(of closer: Unicode.Scalar, from start: Int) -> Int? {
        for index in start + 1..<min(scalars.count, start + Self.longestName) {
            if scalars[index] == "\n" { return nil }
            if scalars[index] == closer { return index + 1 }
        }
        return nil
    }

    private func string(_ range: Range<Int>) -> String {
        String(scalars: scalars[range])
    }
}
