/// What is done to every decoded text: one kind of line ending, and no control characters but tab and newline.
enum PlainText {
    static func cleaned(_ text: String) -> String {
        var text = text
        return text.withUTF8 { octets in
            octets.contains(where: isControl) ? String(decoding: cleaned(octets), as: UTF8.self) : nil
        } ?? text
    }

    /// CR LF and a lone CR end a line as LF does.
    private static func cleaned(_ octets: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(octets.count)
        for (index, octet) in octets.enumerated() {
            if !isControl(octet) {
                kept.append(octet)
            } else if octet == ASCII.carriageReturn, index + 1 == octets.count || octets[index + 1] != ASCII.lineFeed {
                kept.append(ASCII.lineFeed)
            }
        }
        return kept
    }

    private static func isControl(_ octet: UInt8) -> Bool {
        octet < 0x20 && octet != ASCII.lineFeed && octet != ASCII.tab || octet == 0x7F
    }
}
