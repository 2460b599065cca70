/// The encoding of mailbox names where UTF-8 is not enabled.
///
///     Entw&APw-rfe
///
/// Printable ASCII stands for itself, `&` is `&-`, and runs of all else are UTF-16 in base64 with `,` for `/`, between
/// `&` and `-`. RFC 3501 section 5.1.3.
enum ModifiedUTF7 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,".utf8)
    private static let shift = UInt8(ascii: "&")
    private static let unshift = UInt8(ascii: "-")

    static func encode(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        var run: [UInt16] = []
        for unit in text.utf16 {
            guard (0x20...0x7e).contains(unit) else {
                run.append(unit)
                continue
            }
            flush(&run, to: &result)
            result.append(UInt8(unit))
            if unit == UInt16(shift) { result.append(unshift) }
        }
        flush(&run, to: &result)
        return result
    }

    /// The text; nil where the bytes are not the one encoding of some text.
    static func decode(_ bytes: [UInt8]) -> String? {
        var units: [UInt16] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            guard byte == shift else {
                units.append(UInt16(byte))
                continue
            }
            guard let end = rest.firstIndex(of: unshift), let run = decodeRun(rest[..<end]) else { return nil }
            units += run
            rest = rest[(end + 1)...]
        }
        guard let text = String(validating: units, as: UTF16.self), encode(text) == bytes else { return nil }
        return text
    }

    private static func flush(_ run: inout [UInt16], to result: inout [UInt8]) {
        guard !run.isEmpty else { return }
        result.append(shift)
        var bits: UInt32 = 0
        var count = 0
        for unit in run {
            bits = bits << 16 | UInt32(unit)
            count += 16
            while count >= 6 {
                count -= 6
                result.append(alphabet[Int(bits >> UInt32(count) & 63)])
            }
        }
        if count > 0 { result.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
        result.append(unshift)
        run.removeAll()
    }

    private static func decodeRun(_ run: ArraySlice<UInt8>) -> [UInt16]? {
        guard !run.isEmpty else { return [UInt16(shift)] }
        var units: [UInt16] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in run {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 16 else { continue }
            count -= 16
            units.append(UInt16(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return units
    }
}
