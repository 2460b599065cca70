extension JSONReader {
    /// The opening quote is next. Control characters that should have been escaped are taken as they are.
    mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        while let octet = next {
            if octet == UInt8(ascii: "\"") {
                position += 1
                return String(decoding: octets[start..<(position - 1)], as: UTF8.self)
            }
            if octet == UInt8(ascii: "\\") { return try escapedString(from: start) }
            position += 1
        }
        throw unexpected
    }

    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var text = Array(octets[start..<position])
        while let octet = next {
            position += 1
            switch octet {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try takeEscape(into: &text)
            default: text.append(octet)
            }
        }
        throw unexpected
    }

    private mutating func takeEscape(into text: inout [UInt8]) throws(JSONError) {
        guard let octet = next else { throw unexpected }
        position += 1
        switch octet {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(octet)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
        default:
            position -= 1
            throw unexpected
        }
    }

    /// After `\u`; two of them where they are a surrogate pair (RFC 8259 §7).
    private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
        let unit = try codeUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        let isPair =
            (0xD800..<0xDC00).contains(unit)
            && octets[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
        guard isPair else { return "\u{FFFD}" }
        let before = position
        position += 2
        let low = try codeUnit()
        guard (0xDC00..<0xE000).contains(low) else {
            position = before
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func codeUnit() throws(JSONError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = next.flatMap(Hexadecimal.value) else { throw unexpected }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }

    mutating func number() throws(JSONError) -> JSONValue {
        let start = position
        take("-")
        if !take("0") { try takeDigits() }
        let isWhole = next != UInt8(ascii: ".") && next != UInt8(ascii: "e") && next != UInt8(ascii: "E")
        if take(".") { try takeDigits() }
        if take("e") || take("E") {
            if !take("+") { take("-") }
            try takeDigits()
        }
        let text = String(decoding: octets[start..<position], as: UTF8.self)
        if isWhole { return Int64(text).map(JSONValue.whole) ?? .text(text) }
        guard let number = Double(text), number.isFinite else { return .text(text) }
        return .number(number)
    }

    /// At least one.
    private mutating func takeDigits() throws(JSONError) {
        let start = position
        while let octet = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet) { position += 1 }
        if position == start { throw unexpected }
    }

    @discardableResult
    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: mark) else { return false }
        position += 1
        return true
    }
}
