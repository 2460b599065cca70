/// What a Unicode scalar is to the tokeniser.
enum ScalarClass: UInt8 {
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

    @inline(__always)
    init(ascii byte: UInt8) {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A: self = .letter
        case 0x20, 0x09: self = .space
        case 0x0A, 0x0D, 0x0C, 0x0B: self = .newline
        case 0x30...0x39: self = .digit
        case UInt8(ascii: "'"), UInt8(ascii: "`"): self = .apostrophe
        case UInt8(ascii: "?"), UInt8(ascii: "!"): self = .mark
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"): self = .stop
        case UInt8(ascii: "$"): self = .currency
        default: self = .other
        }
    }

    /// - Parameter value: a scalar beyond ASCII.
    init(wide value: UInt32) {
        self = value < 0x800 ? TwoByteScalars.kind(of: value) : Self.classify(value)
    }

    /// The ranges that are common in mail, then what Unicode says: its properties take a search each.
    static func classify(_ value: UInt32) -> Self {
        switch value {
        case 0x2018, 0x2019, 0x2BC, 0xB4: .apostrophe
        case 0x61F, 0x37E, 0xFF1F, 0xFF01, 0x203C, 0x2047...0x2049: .mark
        case 0x2026, 0x3002, 0xFF61, 0xFF1A, 0xFF1B: .stop
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
        case 0x85, 0x2028, 0x2029: .newline
        case 0x300...0x36F: .combining
        case 0x200B...0x2027, 0x2030...0x203B: .other
        case 0x20AC: .currency
        case 0xAC00...0xD7A3: .letter
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x31F0...0x31FF: .ideograph
        case 0x3400...0x4DBF, 0x4E00...0x9FFF: .ideograph
        case 0x1F000..<0x1FB00: pictographs[Int(value) - 0x1F000]
        default: Unicode.Scalar(value).map(byProperties) ?? .other
        }
    }

    /// Where most emoji stand, which Unicode's properties would take half a microsecond each to tell.
    private static let pictographs = (UInt32(0x1F000)..<0x1FB00).map {
        Unicode.Scalar($0).map(byProperties) ?? .other
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
