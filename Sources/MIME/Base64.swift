/// Base64 as it stands in mail (RFC 2045 §6.8): other octets are skipped, and padding in the middle does not end it;
/// only words that follow padding on its line, after a space, are no data.
///
/// GMime 3.2.13 stops at the first padding, which cuts bodies that were encoded in several runs.
enum Base64 {
    static func decode(_ text: Octets) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3 + 3) { room, count in
            each(text) { value in
                room[count] = value
                count += 1
            }
        }
    }

    /// How many octets `decode` would give.
    static func decodedCount(_ text: Octets) -> Int {
        var count = 0
        each(text) { _ in count += 1 }
        return count
    }

    /// Whether text that is said to be base64 can be: hardly anything in it stands outside of the alphabet.
    static func isPlausible(_ text: Octets) -> Bool {
        let sample = text.prefix(4096)
        let strange = sample.count { !isCharacter($0) && $0 != ASCII.carriageReturn && $0 != ASCII.lineFeed }
        return strange <= 1 + sample.count / 10
    }

    static func isCharacter(_ octet: UInt8) -> Bool {
        values[Int(octet)] <= padding
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

    /// With the two characters of the URL-safe alphabet (RFC 4648 §5).
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 255, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
        for (value, character) in alphabet.utf8.enumerated() { table[Int(character)] = UInt8(value) }
        table[Int(UInt8.ascii("-"))] = 62
        table[Int(UInt8.ascii("_"))] = 63
        return table
    }()
}
