import Foundation

/// What speaks for a text being the introduction of a quote.
struct IntroductionPhrase {
    private let words: [Substring]
    private let endsInColon: Bool
    private let hasVerb: Bool
    /// "She wrote:" and "you wrote:" are words of somebody who tells a story.
    private let tells: Bool
    private let hasAddress: Bool
    private let digits: Int
    /// A time of day or a year.
    let hasTime: Bool
    private let beginsWithDate: Bool

    init(_ text: String) {
        let lower = text.lowercased().precomposedStringWithCanonicalMapping
        words = lower.split { !($0.isLetter || $0.isNumber) }
        let joined = Array((" " + words.joined(separator: " ") + " ").utf8)
        hasVerb = IntroductionWords.verbs.contains { OctetSearch.contains($0, in: joined) }
        tells = hasVerb && IntroductionWords.tellers.contains { OctetSearch.contains($0, in: joined) }
        let end = lower.unicodeScalars.last { !["*", "_", " ", "\u{A0}"].contains($0) }
        endsInColon = end == ":" || end == "："
        hasAddress = Self.hasAddress(lower)
        digits = lower.utf8.count { (0x30...0x39).contains($0) }
        hasTime = Self.hasTimeOrYear(lower)
        beginsWithDate = words.first?.first?.isNumber == true
    }

    /// A word that begins such a line in some language, or a date.
    var hasOpening: Bool {
        beginsWithDate || words.first.map(IntroductionWords.openings.contains) == true
    }

    var isPossible: Bool {
        guard words.count <= 40 else { return false }
        if endsInColon { return hasVerb && (words.count <= 12 || digits > 0) || hasAddress && digits >= 4 }
        return beginsWithDate && hasAddress && hasTime
    }

    var isCertain: Bool {
        guard isPossible, !isAboutPerson else { return false }
        return hasAddress || hasVerb && hasOpening && hasTime
    }

    /// Android's mail programs write `---- Ann wrote ----`.
    static func endsInVerb(_ heading: String) -> Bool {
        IntroductionWords.verbs.contains { (" " + heading + " ").hasSuffix($0) }
    }

    private var isAboutPerson: Bool { !hasAddress && tells }

    private static func hasAddress(_ text: String) -> Bool {
        guard let at = text.firstIndex(of: "@"), at > text.startIndex else { return false }
        let before = text[text.index(before: at)]
        let after = text[text.index(after: at)...].prefix(80)
        return !before.isWhitespace && after.first?.isWhitespace == false
            && (after.contains(".") || text.contains("<"))
    }

    /// `10:30`, `10h30`, `10.30` or four digits in a row.
    private static func hasTimeOrYear(_ text: String) -> Bool {
        var run = 0
        var isAfterSeparator = false
        for byte in text.utf8 {
            if (0x30...0x39).contains(byte) {
                run += 1
                if run == 4 || isAfterSeparator && run == 2 { return true }
            } else {
                let separates = [UInt8(ascii: ":"), UInt8(ascii: "h"), UInt8(ascii: ".")].contains(byte)
                isAfterSeparator = run > 0 && run <= 2 && separates
                run = 0
            }
        }
        return false
    }
}
