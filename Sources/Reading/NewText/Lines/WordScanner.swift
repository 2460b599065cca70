/// Splits octets into words and numbers, and notes mail addresses on the way. Words of addresses are left out.
struct WordScanner {
    private(set) var words: [Word] = []
    private(set) var addresses = 0
    /// Whether some address stood in brackets: `<a@b>`, `(a@b)`, `[mailto:a@b]`.
    private(set) var hasBracketedAddress = false
    /// How many words stood before the end of the last address.
    private(set) var wordsBeforeAddress = 0

    private var isInBracket = false
    /// Where a script without spaces follows one with, a word ends.
    private var isInWide = false
    private var isInDomain = false
    /// The number of words before the current run of characters without space.
    private var runStart = 0
    private var current: Word?
    private var key = Word.seed
    private var gapLength = 0
    private var gapOctet: UInt8 = 0
    private var firstGapOctet: UInt8 = 0

    private static let mostWords = 60

    init() {
        words.reserveCapacity(24)
    }

    var isFull: Bool { words.count >= Self.mostWords }

    /// Takes some octets, which end a word.
    mutating func scan(_ octets: [UInt8], _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound, !isFull {
            let (scalar, length) = UTF8Scalar.decode(octets, at: index)
            take(scalar, at: index, next: index + length < range.upperBound ? octets[index + length] : 0)
            index += length
        }
        finishWord()
        separate(0x20)
        isInDomain = false
    }

    private mutating func take(_ scalar: UInt32, at index: Int, next: UInt8) {
        switch ScalarKind(scalar) {
        case .digit(let value): digit(value, at: index)
        case .letter(let isWide): letter(scalar, isWide, at: index)
        case .mark: break
        case .separator: separator(scalar, next: next)
        }
    }

    private mutating func digit(_ value: Int, at index: Int) {
        if isInDomain { return }
        if current == nil || current?.isNumber == false { begin(at: index, isNumber: true) }
        guard var word = current else { return }
        word.length += 1
        word.value = word.length > 9 ? -1 : word.value * 10 + value
        current = word
    }

    private mutating func letter(_ scalar: UInt32, _ isWide: Bool, at index: Int) {
        if isInDomain { return }
        if current == nil || current?.isNumber == true || isWide != isInWide { begin(at: index, isNumber: false) }
        isInWide = isWide
        guard let folded = LetterFolding.folded(scalar) else { return }
        key = Word.extended(key, by: folded)
        if current?.length == 0 {
            current?.isWide = isWide
            current?.isCapital = folded != scalar && ScalarKind.isCapital(scalar)
        }
        current?.length += 1
    }

    private mutating func begin(at index: Int, isNumber: Bool) {
        finishWord()
        if !words.isEmpty { words[words.count - 1].gap = gap }
        gapLength = 0
        key = isNumber ? 0 : Word.seed
        current = Word(
            key: isNumber ? 0 : 1,
            start: index,
            length: 0,
            value: isNumber ? 0 : -1,
            isCapital: false,
            isWide: false
        )
    }

    /// "3. 3. 2026" is written like "3.3.2026".
    private var gap: UInt8 {
        switch gapLength {
        case 0: 0
        case 1: gapOctet
        case 2: firstGapOctet == UInt8(ascii: ".") && gapOctet == 0x20 ? firstGapOctet : 0xFF
        default: 0xFF
        }
    }

    private mutating func finishWord() {
        guard var word = current else { return }
        if !word.isNumber { word.key = key }
        words.append(word)
        current = nil
    }

    private mutating func separator(_ scalar: UInt32, next: UInt8) {
        let octet = scalar < 0x80 ? UInt8(scalar) : 0x80
        if isInDomain, octet == UInt8(ascii: ".") || octet == UInt8(ascii: "-") || octet == UInt8(ascii: "_") { return }
        finishWord()
        if octet == UInt8(ascii: "@"), words.count > runStart, next > 0x20, next != UInt8(ascii: ",") { return address() }
        isInDomain = false
        separate(octet)
    }

    private mutating func separate(_ octet: UInt8) {
        if gapLength == 0 { firstGapOctet = octet }
        gapLength += 1
        gapOctet = octet
        switch octet {
        case UInt8(ascii: "<"), UInt8(ascii: "("), UInt8(ascii: "["): isInBracket = true
        case UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "]"): isInBracket = false
        case 0x20, UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";"), 0x80, UInt8(ascii: "\""): break
        default: return
        }
        runStart = words.count
    }

    private mutating func address() {
        words.removeSubrange(runStart...)
        addresses += 1
        hasBracketedAddress = hasBracketedAddress || isInBracket
        wordsBeforeAddress = words.count
        isInDomain = true
        gapLength += 2
    }
}
