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
            if (0xC3...0xC9).contains(lead), index + 1 < tail.count {
                let value = Int(lead & 0x1F) << 6 | Int(tail[index + 1] & 0x3F)
                bytes.append(contentsOf: table[value - 0xC0])
                index += 2
            } else {
                bytes.append(lead)
                index += 1
            }
        }
    }
}
