enum AutoSubmitted {
    /// The keyword in lower case, without comments and parameters (RFC 3834 §5.1).
    static func keyword(of value: String) -> String {
        var depth = 0
        var keyword: [UInt8] = []
        for octet in value.utf8 {
            if octet == UInt8(ascii: "(") { depth += 1 }
            if octet == UInt8(ascii: ";"), depth == 0 { break }
            if depth == 0, octet > 0x20 { keyword.append(FoldedText.lower(octet)) }
            if octet == UInt8(ascii: ")"), depth > 0 { depth -= 1 }
        }
        return String(decoding: keyword, as: UTF8.self)
    }
}

enum FieldValue {
    /// The value without white space around it, in lower case.
    static func word(_ value: some StringProtocol) -> String {
        String(TextLine.trim(Substring(value))).lowercased()
    }
}
