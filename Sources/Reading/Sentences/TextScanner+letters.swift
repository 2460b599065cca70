/// What a byte begins.
enum ByteClass: UInt8 {
    case space
    case newline
    case letter
    case digit
    case sign
    case multibyte

    init(_ byte: UInt8) {
        self =
            switch byte {
            case 0x61...0x7A, 0x41...0x5A: .letter
            case 0x0A, 0x0D: .newline
            case 0...0x20, 0x7F: .space
            case 0x30...0x39: .digit
            case 0x80...: .multibyte
            default: .sign
            }
    }
}

extension TextScanner {
    /// The length of the letter at `index`; nil where there is none.
    func letterLength(at index: Int) -> Int? {
        let byte = bytes[index]
        switch byte {
        case 0x41...0x5A, 0x61...0x7A: return 1
        case 0xC3: return index + 1 < bytes.count && [0x97, 0xB7].contains(bytes[index + 1]) ? nil : 2
        case 0xC4...0xDF: return 2
        case 0xE1, 0xE3...0xED: return Self.length(byte, left: bytes.count - index)
        default: return nil
        }
    }

    func isCapital(at index: Int) -> Bool {
        switch bytes[index] {
        case 0x41...0x5A: true
        case 0xC3: index + 1 < bytes.count && bytes[index + 1] < 0x9F
        default: false
        }
    }

    /// No-break, narrow and typographic spaces, and marks that show nothing.
    func isSpace(at index: Int) -> Bool {
        let byte = bytes[index]
        if byte == 0xC2 { return index + 1 < bytes.count && [0xA0, 0x85, 0xAD].contains(bytes[index + 1]) }
        guard byte == 0xE2 || byte == 0xE3 || byte == 0xEF, index + 2 < bytes.count else { return false }
        switch (byte, bytes[index + 1], bytes[index + 2]) {
        case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xA0): return true
        case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return true
        default: return false
        }
    }

    /// The length of the scalar that a byte of well-formed UTF-8 begins.
    static func length(_ byte: UInt8, left: Int) -> Int {
        let length =
            switch byte {
            case 0xF0...: 4
            case 0xE0...: 3
            case 0xC0...: 2
            default: 1
            }
        return min(length, left)
    }

    static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.count { $0 & 0xC0 != 0x80 }
    }

    static func scalar(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        guard let first = bytes.first, first >= 0x80 else { return UInt32(bytes.first ?? 0) }
        let head = UInt32(first) & (0x7F >> UInt32(bytes.count))
        return bytes.dropFirst().reduce(head) { $0 << 6 | UInt32($1 & 0x3F) }
    }
}
