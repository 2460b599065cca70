/// Reads scalars out of octets that are valid UTF-8; of others it makes something, and never reads past the end.
enum UTF8Scalar {
    static func decode(_ octets: ArraySlice<UInt8>) -> (scalar: UInt32, length: Int) {
        guard let first = octets.first else { return (0xFFFD, 1) }
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard length > 1 else { return (UInt32(first), 1) }
        let head = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        return (octets.dropFirst().prefix(length - 1).reduce(head) { $0 << 6 | UInt32($1 & 0x3F) }, length)
    }

    @inline(__always)
    static func decode(
        _ octets: UnsafeBufferPointer<UInt8>,
        at index: Int,
        _ end: Int
    ) -> (scalar: UInt32, length: Int) {
        let first = octets[index]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= end else { return (0xFFFD, end - index) }
        var scalar = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length { scalar = scalar << 6 | UInt32(octets[index + offset] & 0x3F) }
        return (scalar, length)
    }
}

/// What a scalar is to words.
enum ScalarKind {
    case letter(isWide: Bool)
    case digit(Int)
    /// Combining, or without width.
    case mark
    case separator

    @inline(__always)
    init(_ scalar: UInt32) {
        if scalar < 0x80 {
            switch UInt8(scalar) {
            case 0x61...0x7A, 0x41...0x5A: self = .letter(isWide: false)
            case 0x30...0x39: self = .digit(Int(scalar) - 0x30)
            default: self = .separator
            }
        } else {
            self = Self.beyondASCII(scalar)
        }
    }

    private static func beyondASCII(_ scalar: UInt32) -> Self {
        switch scalar {
        case 0x300...0x36F: .mark
        case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x559, 0x561...0x587: .letter(isWide: false)
        case 0x660...0x669: .digit(Int(scalar) - 0x660)
        case 0x6F0...0x6F9: .digit(Int(scalar) - 0x6F0)
        case 0xFF10...0xFF19: .digit(Int(scalar) - 0xFF10)
        case 0x80...0xBF, 0xD7, 0xF7, 0x55A...0x560, 0x588...0x58F, 0x60C, 0x61B, 0x61F, 0x2000...0x2BFF: .separator
        case 0x3000...0x303F, 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF00...0xFF20, 0xFF3B...0xFF40: .separator
        case 0xFEFF: .mark
        case 0x1F000...0x1FFFF: .separator
        case 0x1E00...0x1FFF: .letter(isWide: false)
        default: .letter(isWide: true)
        }
    }

    /// Of a letter that changes when it is folded: whether it is because of its case.
    static func isCapital(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (0x41...0x5A).contains(scalar) }
        return Unicode.Scalar(scalar)?.properties.isUppercase == true
    }
}
