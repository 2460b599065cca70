/// Base64 as it stands in mail (RFC 2045 §6.8): other octets are skipped, and padding in the middle does not end it;
/// only words that follow padding on its line, after a space, are no data.
///
/// GMime 3.2.13 stops at the first padding, which cuts bodies that were encoded in several runs.
enum Base64 {
    static func decode(_ text: Octets) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(text.count * 3 / 4)
        each(text) { octets.append($0) }
        return octets
    }

    /// How many octets `decode` would give.
    static func decodedCount(_ text: Octets) -> Int {
        var count = 0
        each(text) { _ in count += 1 }
        return count
    }

    @inline(__always)
    private static func each(_ text: Octets, _ take: (UInt8) -> Void) {
        text.withUnsafeBufferPointer { characters in
            values.withUnsafeBufferPointer { values in
                var bits: UInt32 = 0
                var filled = 0
                var isPadded = false
                var isSkipping = false
                for character in characters {
                    if character == ASCII.lineFeed { isSkipping = false }
                    if isSkipping { continue }
                    let value = values[Int(character)]
                    if value < 64 {
                        bits = bits << 6 | UInt32(value)
                        filled += 6
                        isPadded = false
                        guard filled >= 8 else { continue }
                        filled -= 8
                        take(UInt8(truncatingIfNeeded: bits >> UInt32(filled)))
                    } else if value == padding {
                        filled = 0
                        isPadded = true
                    } else if character == ASCII.space {
                        isSkipping = isPadded
                    }
                }
            }
        }
    }

    private static let padding: UInt8 = 64

    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 255, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
        for (value, character) in alphabet.utf8.enumerated() { table[Int(character)] = UInt8(value) }
        return table
    }()
}
