/// White space, and marks that show nothing but stand at the ends of lines in mail made from HTML.
enum Blank {
    static func trimmed(_ octets: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, let length = leading(octets, start, end) { start += length }
        while start < end, let length = trailing(octets, start, end) { end -= length }
        return start..<end
    }

    @inline(__always)
    private static func leading(_ octets: [UInt8], _ start: Int, _ end: Int) -> Int? {
        let octet = octets[start]
        if octet == 0x20 || octet >= 0x09 && octet <= 0x0D { return 1 }
        if octet < 0xC2 { return nil }
        return (2...3).first { start + $0 <= end && isBlank(octets[start..<(start + $0)]) }
    }

    @inline(__always)
    private static func trailing(_ octets: [UInt8], _ start: Int, _ end: Int) -> Int? {
        let octet = octets[end - 1]
        if octet == 0x20 || octet >= 0x09 && octet <= 0x0D { return 1 }
        if octet < 0x80 || octet >= 0xC0 { return nil }
        return (2...3).first { end - $0 >= start && isBlank(octets[(end - $0)..<end]) }
    }

    private static func isBlank(_ octets: ArraySlice<UInt8>) -> Bool {
        let (scalar, length) = UTF8Scalar.decode(octets)
        guard length == octets.count else { return false }
        switch scalar {
        case 0x85, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x2060, 0x3000, 0xFEFF: return true
        default: return false
        }
    }
}
