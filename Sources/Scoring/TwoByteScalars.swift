import Foundation

/// What must be known of U+0080 to U+07FF, the letters of Europe and the Near East, in tables: asking Unicode's
/// properties for each letter would cost more than everything else done with it.
enum TwoByteScalars {
    private static let range: Range<UInt32> = 0x80..<0x800

    private static let kinds = range.map(ScalarClass.classify)
    /// The small letter, 0 where a word with it has to be composed or its length in bytes changes.
    private static let small = range.map(smallLetter)

    static func kind(of value: UInt32) -> ScalarClass {
        kinds[Int(value - range.lowerBound)]
    }

    /// nil where the word must go the slow way.
    static func lowercase(_ value: UInt32) -> UInt16? {
        let letter = small[Int(value - range.lowerBound)]
        return letter == 0 ? nil : letter
    }

    private static func smallLetter(of value: UInt32) -> UInt16 {
        guard let scalar = Unicode.Scalar(value), ScalarClass.classify(value) != .combining else { return 0 }
        let composed = String(scalar).precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
        guard composed.count == 1, let only = composed.first, range.contains(only.value) else { return 0 }
        return UInt16(only.value)
    }
}
