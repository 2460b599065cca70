/// Windows-1252, which is what mail labelled ISO 8859-1 really is, and what unlabelled western mail most often is.
enum WindowsLatin {
    static func decode(_ octets: Octets) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(octets.count + octets.count / 4)
        for octet in octets {
            if octet < 0x80 {
                text.append(octet)
            } else if octet < 0xA0 {
                text.append(contentsOf: String(high[Int(octet) - 0x80]).utf8)
            } else {
                text.append(0xC0 | (octet >> 6))
                text.append(0x80 | (octet & 0x3F))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// 0x80 to 0x9F; the five that are not assigned are U+FFFD.
    static let high: [Unicode.Scalar] = [
        "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}",
        "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
    ]
}
