/// Character references of HTML (the named ones that mail uses, decimal, hexadecimal).
enum HTMLEntity {
    private static let longestName = 10

    /// What stands after an ampersand.
    /// - Returns: the scalar that it means, and where the text goes on; nil where it is no reference.
    static func reference(_ html: OctetSpan, _ range: Range<Int>) -> (scalar: Unicode.Scalar, next: Int)? {
        guard let first = range.first else { return nil }
        return html[first] == UInt8.ascii("#") ? numeric(html, range.dropFirst()) : named(html, range)
    }

    /// Calls with the value of an attribute: references resolved, without control characters, trimmed. Most are so as
    /// they stand.
    static func withResolved<Value>(
        _ html: OctetSpan,
        _ range: Range<Int>,
        _ body: (OctetSpan, Range<Int>) -> Value
    ) -> Value {
        if isClean(html, range) { return body(html, html.trimmed(range)) }
        let resolved = resolved(html, range)
        return body(resolved.span, resolved.span.trimmed(0..<resolved.count))
    }

    private static func isClean(_ html: OctetSpan, _ range: Range<Int>) -> Bool {
        for index in range where html[index] == UInt8.ascii("&") || html[index] < 0x20 { return false }
        return true
    }

    private static func resolved(_ html: OctetSpan, _ range: Range<Int>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let octet = html[index]
            index += 1
            if octet == UInt8.ascii("&"), let (scalar, next) = reference(html, index..<range.upperBound) {
                output.append(contentsOf: scalar.utf8)
                index = next
            } else {
                output.append(octet)
            }
        }
        output.removeAll { $0 < 0x20 }
        return output
    }

    private static func numeric(_ html: OctetSpan, _ range: Range<Int>) -> (Unicode.Scalar, Int)? {
        var index = range.lowerBound
        let isHex = index < range.upperBound && html[index].lowercased == UInt8.ascii("x")
        if isHex { index += 1 }
        let base: UInt32 = isHex ? 16 : 10
        let first = index
        var value: UInt32 = 0
        while index < range.upperBound, let digit = html[index].hexValue, UInt32(digit) < base {
            value = min(value * base + UInt32(digit), 0x20_0000)
            index += 1
        }
        guard index > first else { return nil }
        if index < range.upperBound, html[index] == UInt8.ascii(";") { index += 1 }
        return (scalar(value), index)
    }

    /// Numbers 128 to 159 mean windows-1252, as every browser reads them.
    private static func scalar(_ value: UInt32) -> Unicode.Scalar {
        if (0x80..<0xA0).contains(value) { return WindowsLatin.high[Int(value) - 0x80] }
        if value < 0x20, value != 0x09, value != 0x0A { return value == 0x0D ? " " : "\u{FFFD}" }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// Without a semicolon only a name that ends where no letter or digit follows counts.
    private static func named(_ html: OctetSpan, _ range: Range<Int>) -> (Unicode.Scalar, Int)? {
        let limit = min(range.upperBound, range.lowerBound + longestName)
        var end = range.lowerBound
        while end < limit, html[end].isLetter || html[end].isDigit { end += 1 }
        let key = HTMLName.exact(html, range.lowerBound..<end)
        guard let scalar = HTMLEntityNames.table[key] else { return nil }
        let hasEnd = end < range.upperBound && html[end] == UInt8.ascii(";")
        return (scalar, hasEnd ? end + 1 : end)
    }
}
