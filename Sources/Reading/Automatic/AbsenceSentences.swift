/// Splits text into sentences well enough for dates: "12. Mai" and "03.06. wieder" stay whole.
enum AbsenceSentences {
    static func split(_ text: Substring) -> [Substring] {
        let scalars = text.unicodeScalars
        var sentences: [Substring] = []
        var start = scalars.startIndex
        var lineStart = start
        var index = start
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            let isLine = scalars[index] == "\n"
            let isShort = isLine && scalars.distance(from: lineStart, to: index) < shortLine
            if isLine && (isShort || next < scalars.endIndex && scalars[next] == "\n") || ends(scalars, at: index) {
                append(text[start..<next], to: &sentences)
                start = next
            }
            if isLine { lineStart = next }
            index = next
        }
        append(text[start...], to: &sentences)
        return sentences
    }

    /// A line as short as this was ended by its writer.
    private static let shortLine = 55

    private static func append(_ piece: Substring, to sentences: inout [Substring]) {
        let trimmed = TextLine.trim(piece)
        if !trimmed.isEmpty { sentences.append(trimmed) }
    }

    private static func ends(_ scalars: Substring.UnicodeScalarView, at index: Substring.Index) -> Bool {
        let scalar = scalars[index]
        if scalar == "!" || scalar == "?" || scalar == ";" || scalar == "。" { return true }
        guard scalar == ".", index > scalars.startIndex else { return false }
        let next = scalars.index(after: index)
        guard next < scalars.endIndex else { return true }
        guard scalars[next].properties.isWhitespace else { return false }
        // After a number or a month cut short a new sentence begins with a capital, unless that is a month's or day's name.
        let before = scalars[scalars.index(before: index)]
        guard (0x30...0x39).contains(before.value) || isMonth(scalars, endingAt: index) else { return true }
        let rest = Substring(scalars[next...]).drop { $0.isWhitespace }
        let word = rest.prefix { $0.isLetter }
        guard word.first?.isUppercase ?? false else { return false }
        let name = word.lowercased()
        return CalendarWords.month(name) == nil && CalendarWords.weekday(name) == nil
    }

    private static func isMonth(_ scalars: Substring.UnicodeScalarView, endingAt index: Substring.Index) -> Bool {
        let word = Substring(scalars[..<index]).suffix(5).reversed().prefix { $0.isLetter }.reversed()
        return word.count <= 4 && CalendarWords.month(String(word).lowercased()) != nil
    }
}
