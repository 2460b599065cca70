import Foundation

/// Letters without case and without marks, so that the words of mail programs are known however they are written:
/// composed or decomposed, with accents or without.
enum LetterFolding {
    /// The scalar to compare by; nil for a combining mark, which is left out.
    @inline(__always)
    static func folded(_ scalar: UInt32) -> UInt32? {
        if scalar < 0x80 { return (0x41...0x5A).contains(scalar) ? scalar | 0x20 : scalar }
        if scalar < table.count { return table[Int(scalar)] == 0 ? nil : table[Int(scalar)] }
        if (0x1E00..<0x1F00).contains(scalar) { return vietnamese[Int(scalar) - 0x1E00] }
        return scalar
    }

    private static let table: [UInt32] = (0..<0x560).map { value in
        (0x300...0x36F).contains(value) ? 0 : base(value)
    }

    private static let vietnamese: [UInt32] = (0x1E00..<0x1F00).map(base)

    private static func base(_ value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value) else { return value }
        let plain = String(scalar).lowercased().decomposedStringWithCanonicalMapping
        return plain.unicodeScalars.first?.value ?? value
    }
}
