/// "On Monday, Ann wrote:" in its many forms, on one line or wrapped over up to four.
struct QuoteIntroduction {
    /// The line after it.
    let end: Int
    /// Whether it is one even where no `>` line follows: it names an address or a point in time, and no "you wrote:".
    let isCertain: Bool

    private static let longest = 4

    /// By the number of the line where each begins.
    static func all(in lines: [TextLine]) -> [Int: Self] {
        var found: [Int: Self] = [:]
        for index in lines.indices where canEnd(lines[index]) {
            guard let match = ending(at: index, in: lines) else { continue }
            found[match.start] = Self(end: index + 1, isCertain: match.isCertain)
        }
        return found
    }

    private static func canEnd(_ line: TextLine) -> Bool {
        guard !line.isQuoted, let last = line.trimmed.unicodeScalars.last else { return false }
        return [":", "：", ">", "]", "*"].contains(last)
    }

    /// The shortest run of lines that ends here and begins like an introduction; own words above stay own.
    private static func ending(at last: Int, in lines: [TextLine]) -> (start: Int, isCertain: Bool)? {
        var text = ""
        var start = last
        while start >= 0, start > last - longest, !lines[start].isBlank, !lines[start].isQuoted {
            guard lines[start].trimmed.utf8.count < 500 else { break }
            text = lines[start].trimmed + (text.isEmpty ? "" : " ") + text
            let phrase = IntroductionPhrase(text)
            if phrase.hasOpening, phrase.isPossible { return (start, phrase.isCertain) }
            start -= 1
        }
        let phrase = IntroductionPhrase(String(lines[last].trimmed))
        return phrase.isPossible ? (last, phrase.isCertain) : nil
    }
}
