/// Character references of HTML (the named ones that mail uses, decimal, hexadecimal).
enum HTMLEntity {
    private static let longestName = 10

    static func resolved(_ text: Octets) -> Octets {
        guard text.contains(UInt8.ascii("&")) else { return text }
        var output: Octets = []
        output.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == UInt8.ascii("&"), let (scalar, end) = reference(text, at: index + 1) {
                output.append(contentsOf: String(Character(scalar)).utf8)
                index = end
            } else {
                output.append(text[index])
                index += 1
            }
        }
        return output
    }

    private static func reference(_ text: Octets, at start: Int) -> (Unicode.Scalar, Int)? {
        guard start < text.endIndex else { return nil }
        return text[start] == UInt8.ascii("#") ? numeric(text, at: start + 1) : named(text, at: start)
    }

    private static func numeric(_ text: Octets, at start: Int) -> (Unicode.Scalar, Int)? {
        var index = start
        let isHex = index < text.endIndex && text[index].lowercased == UInt8.ascii("x")
        if isHex { index += 1 }
        let base: UInt32 = isHex ? 16 : 10
        let first = index
        var value: UInt32 = 0
        while index < text.endIndex, let digit = text[index].hexValue, UInt32(digit) < base {
            value = min(value * base + UInt32(digit), 0x20_0000)
            index += 1
        }
        guard index > first else { return nil }
        if index < text.endIndex, text[index] == UInt8.ascii(";") { index += 1 }
        return (scalar(value), index)
    }

    /// Numbers 128 to 159 mean windows-1252, as every browser reads them.
    private static func scalar(_ value: UInt32) -> Unicode.Scalar {
        if (0x80..<0xA0).contains(value) { return WindowsLatin.high[Int(value) - 0x80] }
        if value < 0x20, value != 0x09, value != 0x0A { return value == 0x0D ? " " : "\u{FFFD}" }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// Without a semicolon only a name that ends where no letter or digit follows counts.
    private static func named(_ text: Octets, at start: Int) -> (Unicode.Scalar, Int)? {
        let name = text[start...].prefix(longestName).prefix { $0.isLetter || $0.isDigit }
        guard let scalar = HTMLEntityNames.table[String(decoding: name, as: UTF8.self)] else { return nil }
        let hasEnd = name.endIndex < text.endIndex && text[name.endIndex] == UInt8.ascii(";")
        return (scalar, hasEnd ? name.endIndex + 1 : name.endIndex)
    }
}
