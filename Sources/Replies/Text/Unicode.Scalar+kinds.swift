extension Unicode.Scalar {
    var isBlank: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x3000: true
        default: false
        }
    }

    /// As Unicode's property White_Space says.
    var isWhiteSpace: Bool {
        isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }

    var isDigit: Bool { (0x30...0x39).contains(value) }

    /// As Unicode's property Alphabetic says.
    var isLetter: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80: false
        default: properties.isAlphabetic
        }
    }

    var isCapital: Bool { isASCII ? (0x41...0x5A).contains(value) : properties.isUppercase }

    var isSmall: Bool { isASCII ? (0x61...0x7A).contains(value) : properties.isLowercase }

    /// A letter or a digit.
    var isWordPart: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0...0xBF: value == 0xAA || value == 0xBA
        case 0xD7, 0xF7: false
        case 0xC0...0x24F: true
        default: properties.isAlphabetic
        }
    }
}
