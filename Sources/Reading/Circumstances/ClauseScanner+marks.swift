extension ClauseScanner {
    /// Takes what is no word: white space, punctuation, signs.
    mutating func takeMark() {
        switch bytes[place.byte] {
        case 0x0A: takeNewline()
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
            if isFollowedBySpace { cut() }
            step(1)
        case UInt8(ascii: "."): takeStop()
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            endSentence()
            step(1)
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"):
            cut()
            step(1)
        case UInt8(ascii: "-"): takeDash(octets: 1)
        case UInt8(ascii: "\""): takeQuotationMark(octets: 1)
        case 0xC2: takeLatinSign()
        case 0xE2: takeGeneralPunctuation()
        default: step(1)
        }
    }

    private func byte(_ offset: Int) -> UInt8? {
        let index = place.byte + offset
        return index >= 0 && index < bytes.count ? bytes[index] : nil
    }

    private func isSpace(_ byte: UInt8?) -> Bool {
        byte == nil || byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0xC2
    }

    private var isFollowedBySpace: Bool { isSpace(byte(1)) }

    private mutating func takeStop() {
        let isAbbreviation = wordEnd == place && word.isAbbreviated
        if !isAbbreviation, isFollowedBySpace || byte(1) == UInt8(ascii: ".") || byte(1) == UInt8(ascii: "\"") {
            endSentence()
        }
        step(1)
    }

    private mutating func takeDash(octets: Int) {
        if isSpace(byte(-1)), isSpace(byte(octets)) { cut() }
        step(octets)
    }

    /// An empty line ends the sentence, a short line the clause, and a wrapped line nothing.
    private mutating func takeNewline() {
        let isShort = place.scalar - lineStart < Self.shortLine
        step(1)
        lineStart = place.scalar
        quoteStart = nil
        while let next = byte(0), next == 0x20 || next == 0x09 || next == 0x0D { step(1) }
        guard let next = byte(0) else { return }
        if next == 0x0A {
            endSentence()
        } else if isShort || next == UInt8(ascii: "-") || next == UInt8(ascii: "*") {
            cut()
        }
    }

    private mutating func takeQuotationMark(octets: Int) {
        if let start = quoteStart {
            if place.scalar - start <= Self.longestQuotation { quotations.append(start..<place.scalar + 1) }
            quoteStart = nil
        } else {
            quoteStart = place.scalar
        }
        step(octets)
    }

    /// A longer one is what somebody said rather than a name, or two marks that do not belong together.
    private static let longestQuotation = 60

    /// U+0080 to U+00BF.
    private mutating func takeLatinSign() {
        switch byte(1) {
        case 0xAB, 0xBB: takeQuotationMark(octets: 2)
        default: step(2)
        }
    }

    /// U+2000 to U+2FFF, of which punctuation matters.
    private mutating func takeGeneralPunctuation() {
        switch (byte(1), byte(2)) {
        case (0x80, 0x93), (0x80, 0x94): takeDash(octets: 3)
        case (0x80, 0x9C), (0x80, 0x9D), (0x80, 0x9E): takeQuotationMark(octets: 3)
        case (0x80, 0xA6):
            endSentence()
            step(3)
        case (0x80, 0xA2):
            cut()
            step(3)
        default: step(3)
        }
    }
}
