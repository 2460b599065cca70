import Model

/// Amounts as people type them.
enum MoneyText {
    /// From `12.50 €`, `€12.50`, `12,50 EUR`, `1.299,00 EUR` or `CHF 20`; nil where there is no currency, no number, or
    /// anything else beside them.
    static func money(_ text: String) -> Money? {
        let line = MarkdownText.singleLine(text)
        guard line.utf8.count < 60, let (currency, number) = parted(line) else { return nil }
        return minorUnits(number, decimals: WrittenMoney.decimals(of: currency))
            .map { Money(minorUnits: $0, currency: currency) }
    }

    /// The currency before or behind the number, and what is left.
    private static func parted(_ line: String) -> (currency: String, number: Substring)? {
        let isNumber = { (c: Character) in c.isASCII && (c.isNumber || ".,'".contains(c)) || c == "’" || c == " " }
        let before = line.prefix { !$0.isNumber }
        let number = line.dropFirst(before.count).prefix(while: isNumber)
        let behind = line.dropFirst(before.count + number.count)
        let words = [String(before), String(behind)].map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
        guard words.count == 1, let currency = code(words[0]) else { return nil }
        return (currency, number)
    }

    private static func code(_ word: String) -> String? {
        if let code = WrittenMoney.signs.first(where: { $0.value == word })?.key { return code }
        let upper = word.uppercased()
        if upper == "EURO" || upper == "EUROS" { return "EUR" }
        return upper.utf8.count == 3 && upper.utf8.allSatisfy { (0x41...0x5A).contains($0) } ? upper : nil
    }

    /// The last point or comma is the decimal one where not exactly three digits follow it.
    private static func minorUnits(_ number: Substring, decimals: Int) -> Int? {
        let trimmed = number.filter { $0 != " " && $0 != "'" && $0 != "’" }
        let parts = trimmed.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard let last = parts.last, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        let hasFraction = parts.count > 1 && last.count != 3
        if hasFraction, last.count > decimals || last.isEmpty { return nil }
        let whole = hasFraction ? parts.dropLast() : parts[...]
        let marks = trimmed.filter { $0 == "." || $0 == "," }
        let groupMarks = Set(hasFraction ? marks.dropLast() : marks[...])
        guard whole.dropFirst().allSatisfy({ $0.count == 3 }), groupMarks.count < 2,
            !hasFraction || marks.last.map(groupMarks.contains) == false
        else { return nil }
        let fraction = hasFraction ? String(last) : ""
        let digits = whole.joined() + fraction + String(repeating: "0", count: decimals - fraction.count)
        return digits.count <= 15 ? Int(digits) : nil
    }
}
