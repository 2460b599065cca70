/// What speaks for a text being the introduction of a quote: "On Monday, 3 March 2026, Ann wrote:".
struct AttributionPhrase {
    private let words: [Word]
    private let scanner: WordScanner
    private let endsInColon: Bool
    private let verb: Int?
    private let isTimed: Bool
    private let isDated: Bool
    /// The number of the word where the introduction begins, its date close behind; nil where none begins so.
    private let opening: Int?

    private static let mostWords = 45

    init(_ scanner: WordScanner, endsInColon: Bool) {
        self.scanner = scanner
        self.endsInColon = endsInColon
        words = scanner.words
        verb = words.lastIndex { AttributionWords.verbs.contains($0.key) }
        let date = DateEvidence(words)
        isTimed = date.hasTime
        isDated = date.hasDate
        opening = Self.opening(words)
    }

    /// Where in the octets of the text the introduction begins; own words may stand before it on the same line.
    var start: Int? {
        guard let opening, opening > 0, verb.map({ $0 > opening }) != false,
            scanner.addresses == 0 || scanner.wordsBeforeAddress > opening
        else { return nil }
        return words[opening].start
    }

    /// Whether it begins with a word that some language begins it with, or with its date.
    var hasOpening: Bool { opening == 0 || beginsWithDate }

    /// Whether it begins with such a word itself.
    var hasOpeningWord: Bool { opening == 0 }

    /// A date within the first words.
    private var beginsWithDate: Bool { words.prefix(3).contains(where: \.isNumber) && (isDated || isTimed) }

    /// Whether it is one even where no marked quote follows.
    var isCertain: Bool {
        guard words.count <= Self.mostWords, !words.isEmpty else { return false }
        if scanner.addresses > 0 { return isCertainWithAddress }
        guard endsInColon, let verb, isDated, !tells(verb) else { return false }
        return hasOpening || opening != nil ? isNamed(beside: verb) : isTimed && verb <= 5 && words[0].isCapital
    }

    private var isCertainWithAddress: Bool {
        let after = words.dropFirst(scanner.wordsBeforeAddress)
        let isDatedOrTimed = isDated || isTimed
        if endsInColon {
            if let first = words.first, AttributionWords.quoting.contains(first.key) { return true }
            guard isDatedOrTimed, hasOpening || opening != nil || isOfNobody else { return false }
            if let verb { return !tells(verb) }
            return scanner.hasBracketedAddress && isOfNobody && after.filter { !$0.isNumber }.count <= 3
        }
        guard isDatedOrTimed, scanner.hasBracketedAddress else { return false }
        if let verb, verb == words.count - 1 { return hasOpening }
        return after.isEmpty && words.first?.isNumber == true && words.count <= 14 && isDated
    }

    /// Whether it is one where a marked quote follows.
    var isPossible: Bool {
        guard words.count <= Self.mostWords, !words.isEmpty else { return false }
        let hasAddress = scanner.addresses > 0
        if endsInColon {
            if let verb {
                if tells(verb), !hasAddress, !isTimed { return words.count <= 3 }
                return words.count <= 14 || isDated || isTimed || hasAddress
            }
            guard words.count <= 20 else { return false }
            let tells = words.dropFirst().contains { AttributionWords.tellers.contains($0.key) }
            return hasAddress || hasOpening && isTimed && !tells
        }
        if let verb, verb == words.count - 1 { return hasAddress || isDated || words.count <= 6 }
        return hasAddress && beginsWithDate
    }

    /// Begins with a capital or a sign, and nobody speaks of himself in it.
    private var isOfNobody: Bool {
        !words.contains { MobileWords.persons.contains($0.key) }
            && (hasOpening || words[0].isCapital || words[0].isWide)
            && (hasOpening || scanner.wordsBeforeAddress <= 6 || verb != nil)
    }

    /// Pronouns beside the verb.
    private func tells(_ verb: Int) -> Bool {
        // What stands before an address in brackets is the name that somebody goes by.
        let named = scanner.hasBracketedAddress && scanner.wordsBeforeAddress <= verb ? scanner.wordsBeforeAddress : 0
        let first = max(opening == 0 ? 1 : 0, named)
        let before = max(first, verb - 3)..<max(first, verb)
        let after = (verb + 1)..<min(verb + 2, words.count)
        return words[before].contains { AttributionWords.tellers.contains($0.key) }
            || verb + 1 < words.count && words[after].contains { AttributionWords.tellers.contains($0.key) }
    }

    /// Names begin with capitals; one word in lower case may be somebody's nickname.
    private func isNamed(beside verb: Int) -> Bool {
        let before = words[..<verb].lastIndex(where: \.isNumber).map { $0 + 1 } ?? 0
        let region = verb == words.count - 1 || words.count - verb > 9 ? before..<verb : before..<words.count
        let long = words[region].enumerated().filter { $0.offset + region.lowerBound != verb && $0.element.length > 3 }
        let lower = long.filter { !$0.element.isCapital && !$0.element.isWide && !$0.element.isNumber }.count
        return lower == 0 || isTimed && lower <= 2
    }

    /// The last word of `openings` that has a number close behind it: own words may stand before.
    private static func opening(_ words: [Word]) -> Int? {
        func opens(_ index: Int) -> Bool {
            AttributionWords.openings.contains(words[index].key)
                && words[(index + 1)..<min(index + 5, words.count)].contains(where: \.isNumber)
        }
        guard !words.isEmpty else { return nil }
        if opens(0) { return 0 }
        return words.indices.dropFirst().first { words[$0].isCapital && opens($0) }
    }
}

/// What in a run of words says when.
struct DateEvidence {
    private(set) var hasTime = false
    /// A year of four digits, or a date in numbers.
    private(set) var hasDate = false

    init(_ words: [Word]) {
        for index in words.indices where words[index].isNumber {
            let word = words[index]
            if word.length == 4, (1990...2099).contains(word.value) { hasDate = true }
            guard index + 1 < words.count, word.length <= 4 else { continue }
            look(at: word, words[index + 1], index + 2 < words.count ? words[index + 2] : nil)
        }
    }

    private mutating func look(at word: Word, _ next: Word, _ third: Word?) {
        let isHour = word.length <= 2 && word.value < 25
        if next.isNumber {
            if isHour, word.gap == UInt8(ascii: ":"), next.length == 2 { hasTime = true }
            let isParted = [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-")].contains(word.gap)
            if isParted, let third, third.isNumber, next.gap == word.gap { hasDate = true }
            if isHour, word.gap == UInt8(ascii: "."), next.length == 2, third?.isNumber != true { hasTime = true }
        } else if isHour, word.gap == 0, next.length == 1, let third, third.isNumber, third.length == 2 {
            // 10h30, 10時15
            hasTime = hasTime || next.gap == 0
        }
    }
}
