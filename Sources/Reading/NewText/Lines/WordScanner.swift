/// Splits octets into words and numbers, and notes mail addresses on the way. Words of addresses are left out.
struct WordScanner {
    private(set) var words: [Word] = []
    private(set) var addresses = 0
    /// Whether some address stood in brackets: `<a@b>`, `(a@b)`, `[mailto:a@b]`.
    private(set) var hasBracketedAddress = false
    /// How many words stood before the end of the last address.
    private(set) var wordsBeforeAddress = 0

    private var isInBracket = false
    /// The number of words before the current run of characters without space.
    private var runStart = 0
    private var gap = Gap()

    private static let mostWords = 60

    init() {
        words.reserveCapacity(16)
    }

    /// Takes some octets, which end a word.
    mutating func scan(_ octets: [UInt8], _ range: Range<Int>) {
        octets.withUnsafeBufferPointer { scan($0, range) }
        separate(0x20)
    }

    private mutating func scan(_ octets: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound, words.count < Self.mostWords {
            let octet = octets[index]
            if octet.isASCIILetter || octet >= 0x80 {
                index = letter(octets, index, range.upperBound)
            } else if octet &- 0x30 < 10 {
                index = number(octets, index, range.upperBound)
            } else if octet == UInt8(ascii: "@"), words.count > runStart, isHost(octets, index + 1, range.upperBound) {
                index = address(octets, index + 1, range.upperBound)
            } else {
                separate(octet)
                index += 1
            }
        }
    }

    /// A letter of any script, or what is none.
    private mutating func letter(_ octets: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        let (scalar, length) = UTF8Scalar.decode(octets, at: start, end)
        switch ScalarKind(scalar) {
        case .letter(let isWide): return word(octets, start, end, isWide: isWide)
        case .digit: return number(octets, start, end)
        case .mark: break
        case .separator: separate(0x80)
        }
        return start + length
    }

    private mutating func word(_ octets: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, isWide: Bool) -> Int {
        var key = Word.seed
        var length = 0
        var index = start
        while index < end {
            let (scalar, width) = UTF8Scalar.decode(octets, at: index, end)
            switch ScalarKind(scalar) {
            case .letter(let isOfWide) where isOfWide == isWide:
                if let folded = LetterFolding.folded(scalar) { key = Word.extended(key, by: folded) }
                length += 1
            case .mark: break
            default:
                add(key, start, length, octets, end, isWide: isWide)
                return index
            }
            index += width
        }
        add(key, start, length, octets, end, isWide: isWide)
        return index
    }

    private mutating func add(
        _ key: UInt64,
        _ start: Int,
        _ length: Int,
        _ octets: UnsafeBufferPointer<UInt8>,
        _ end: Int,
        isWide: Bool
    ) {
        let isCapital = !isWide && ScalarKind.isCapital(UTF8Scalar.decode(octets, at: start, end).scalar)
        append(Word(key: key, start: start, length: length, value: -1, isCapital: isCapital, isWide: isWide))
    }

    private mutating func number(_ octets: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var value = 0
        var length = 0
        var index = start
        while index < end {
            let (scalar, width) = UTF8Scalar.decode(octets, at: index, end)
            guard case .digit(let digit) = ScalarKind(scalar) else { break }
            length += 1
            value = length > 9 ? -1 : value * 10 + digit
            index += width
        }
        append(Word(key: 0, start: start, length: length, value: value, isCapital: false, isWide: false))
        return index
    }

    private mutating func append(_ word: Word) {
        if !words.isEmpty { words[words.count - 1].gap = gap.octet }
        gap = Gap()
        words.append(word)
    }

    private mutating func separate(_ octet: UInt8) {
        gap.take(octet)
        switch octet {
        case UInt8(ascii: "<"), UInt8(ascii: "("), UInt8(ascii: "["): isInBracket = true
        case UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "]"): isInBracket = false
        case 0x20, UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";"), 0x80, UInt8(ascii: "\""): break
        default: return
        }
        runStart = words.count
    }

    private func isHost(_ octets: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
        index < end && (octets[index].isASCIILetter || octets[index] &- 0x30 < 10 || octets[index] >= 0x80)
    }

    private func isDomainMark(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: ".") || octet == UInt8(ascii: "-") || octet == UInt8(ascii: "_")
    }

    /// What stood before the `@` without a space is no word; nor is what follows up to the end of the domain.
    private mutating func address(_ octets: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        words.removeSubrange(runStart...)
        addresses += 1
        hasBracketedAddress = hasBracketedAddress || isInBracket
        wordsBeforeAddress = words.count
        gap.take(0x80)
        gap.take(0x80)
        var index = start
        while index < end, isHost(octets, index, end) || isDomainMark(octets[index]) { index += 1 }
        return index
    }

    /// What stands between two words.
    private struct Gap {
        private var first: UInt8 = 0
        private var last: UInt8 = 0
        private var length = 0

        mutating func take(_ octet: UInt8) {
            if length == 0 { first = octet }
            last = octet
            length += 1
        }

        /// "3. 3. 2026" is written like "3.3.2026".
        var octet: UInt8 {
            switch length {
            case 0: 0
            case 1: first
            case 2: first == UInt8(ascii: ".") && last == 0x20 ? first : 0xFF
            default: 0xFF
            }
        }
    }
}

extension UInt8 {
    @inline(__always)
    fileprivate var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
