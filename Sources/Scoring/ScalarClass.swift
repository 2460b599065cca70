/// What a Unicode scalar is to the tokeniser.
enum ScalarClass {
    case space
    case newline
    case letter
    /// A letter of a script written without spaces: a token of its own.
    case ideograph
    /// A combining mark: goes on with the word before it.
    case combining
    case digit
    case apostrophe
    /// `?`, `!` and their forms in other scripts.
    case mark
    /// Ends a sentence where no letter follows.
    case stop
    case currency
    case emoji
    case other

    init(_ scalar: Unicode.Scalar) {
        self = scalar.isASCII ? Self.ascii[Int(scalar.value)] : Self.classify(scalar)
    }

    private static let ascii: [Self] = (0..<128).map { (value: UInt8) in
        switch value {
        case 0x0A, 0x0D, 0x0C, 0x0B: .newline
        case 0x20, 0x09: .space
        case 0x30...0x39: .digit
        case 0x41...0x5A, 0x61...0x7A: .letter
        case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
        case UInt8(ascii: "?"), UInt8(ascii: "!"): .mark
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"): .stop
        case UInt8(ascii: "$"): .currency
        default: .other
        }
    }

    private static func classify(_ scalar: Unicode.Scalar) -> Self {
        switch scalar.value {
        case 0xC0...0x24F: return scalar == "×" || scalar == "÷" ? .other : .letter
        case 0x2018, 0x2019, 0x2BC, 0xB4: return .apostrophe
        case 0x61F, 0x37E, 0xFF1F, 0xFF01, 0x203C, 0x2047...0x2049: return .mark
        case 0x2026, 0x3002, 0xFF61, 0xFF1A, 0xFF1B: return .stop
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
        case 0x85, 0x2028, 0x2029: return .newline
        case 0x300...0x36F: return .combining
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x31F0...0x31FF: return .ideograph
        default: return byProperties(scalar)
        }
    }

    private static func byProperties(_ scalar: Unicode.Scalar) -> Self {
        let properties = scalar.properties
        if properties.isIdeographic { return .ideograph }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return .combining
        case .decimalNumber: return .digit
        case .currencySymbol: return .currency
        case .spaceSeparator: return .space
        default: break
        }
        if properties.isAlphabetic { return .letter }
        return properties.isEmoji ? .emoji : .other
    }
}
