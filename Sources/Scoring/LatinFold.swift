import Foundation

/// Accents taken off Latin letters, since customers often leave them out. Other scripts keep theirs: й is not и.
enum LatinFold {
    /// U+00C0 to U+024F: the base letters, in UTF-8, of each.
    private static let table: [[UInt8]] = (0xC0...0x24F).map { value in
        guard let scalar = Unicode.Scalar(UInt32(value)) else { return [] }
        return Array((special[scalar] ?? base(of: scalar)).utf8)
    }

    /// Letters that Unicode does not decompose.
    private static let special: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
    ]

    private static func base(of scalar: Unicode.Scalar) -> String {
        let first = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
        return String(first)
    }

    /// Folds `bytes[from...]`, well-formed UTF-8, in place.
    static func fold(_ bytes: inout [UInt8], from: Int) {
        guard let first = bytes[from...].firstIndex(where: { (0xC3...0xC9).contains($0) }) else { return }
        let tail = Array(bytes[first...])
        bytes.removeSubrange(first...)
        var index = 0
        while index < tail.count {
            let lead = tail[index]
            let next = index + 1 < tail.count ? tail[index + 1] : 0
            if let letters = base(of: lead, next) {
                bytes.append(contentsOf: letters)
                index += 2
            } else {
                bytes.append(lead)
                index += 1
            }
        }
    }

    /// nil where the two are no letter of the table: U+0250 and its neighbours begin with the same byte.
    private static func base(of lead: UInt8, _ next: UInt8) -> [UInt8]? {
        guard (0xC3...0xC9).contains(lead), next & 0xC0 == 0x80 else { return nil }
        let place = (Int(lead & 0x1F) << 6 | Int(next & 0x3F)) - 0xC0
        return place < table.count ? table[place] : nil
    }
}
