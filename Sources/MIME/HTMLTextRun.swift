/// Tells octets of a text that are written as they stand from those that need a closer look.
enum HTMLTextRun {
    /// The end of the octets at the beginning that are written as they stand: visible characters, and single spaces
    /// between them.
    static func end(_ html: OctetSpan, _ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound {
            if isPlain(html[index]) {
                index += 1
            } else if html[index] == ASCII.space, index > range.lowerBound, index + 1 < range.upperBound,
                isPlain(html[index + 1])
            {
                index += 2
            } else {
                break
            }
        }
        return index
    }

    /// White space, control characters, ampersands, and octets that may begin a character without width are not.
    @inline(__always)
    private static func isPlain(_ octet: UInt8) -> Bool {
        if octet < 0x80 { return octet > ASCII.space && octet != UInt8.ascii("&") && octet != 0x7F }
        return octet != 0xC2 && octet != 0xCD && octet != 0xE2 && octet != 0xEF
    }

    /// The character that begins where a run ends, and its length; nil for one that is written as it stands.
    static func scalar(_ html: OctetSpan, _ range: Range<Int>) -> (Unicode.Scalar?, length: Int) {
        let first = html[range.lowerBound]
        switch first {
        case UInt8.ascii("&"): return (nil, 1)
        case 0..<0x80: return (Unicode.Scalar(first), 1)
        default: break
        }
        let length = min(first < 0xE0 ? 2 : 3, range.count)
        switch (first, length > 1 ? html[range.lowerBound + 1] : 0, length > 2 ? html[range.lowerBound + 2] : 0) {
        case (0xC2, 0xA0, _): return ("\u{A0}", length)
        case (0xC2, 0xAD, _): return ("\u{AD}", length)
        case (0xCD, 0x8F, _): return ("\u{34F}", length)
        case (0xE2, 0x80, 0x8B): return ("\u{200B}", length)
        case (0xEF, 0xBB, 0xBF): return ("\u{FEFF}", length)
        default: return (nil, length)
        }
    }
}
