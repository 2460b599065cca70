/// Quoted-printable (RFC 2045 §6.7) as real mail has it: digits in lower case, soft line breaks with blanks after the
/// equals sign, raw octets, equals signs that begin nothing and stay.
enum QuotedPrintable {
    static func decode(_ text: Octets) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: text.count) { room, count in
            text.withUnsafeBufferPointer { source in
                var index = 0
                while index < source.count {
                    let octet = source[index]
                    index += 1
                    if octet == UInt8.ascii("=") {
                        let escape = escape(source, after: index)
                        index = escape.next
                        guard let value = escape.octet else { continue }
                        room[count] = value
                    } else {
                        room[count] = octet
                    }
                    count += 1
                }
            }
        }
    }

    /// What an equals sign before `start` stands for; no octet for a soft line break.
    private static func escape(_ source: UnsafeBufferPointer<UInt8>, after start: Int) -> (octet: UInt8?, next: Int) {
        if start + 1 < source.count, let high = source[start].hexValue, let low = source[start + 1].hexValue {
            return (high << 4 | low, start + 2)
        }
        var index = start
        while index < source.count, source[index].isBlank { index += 1 }
        if index == source.count { return (nil, index) }
        if source[index] == ASCII.lineFeed { return (nil, index + 1) }
        guard source[index] == ASCII.carriageReturn else { return (UInt8.ascii("="), start) }
        let hasLineFeed = index + 1 < source.count && source[index + 1] == ASCII.lineFeed
        return (nil, hasLineFeed ? index + 2 : index + 1)
    }
}
