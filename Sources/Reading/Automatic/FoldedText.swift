/// Text as octets of UTF-8 without difference of case, of the same length as it was written: offsets into the one are
/// offsets into the other. Folds the letters of ASCII, Latin-1, Greek and Cyrillic; that is what the phrases need that
/// are looked for, and costs a nanosecond an octet.
enum FoldedText {
    /// - Parameter longest: octets to look at; the text is cut there.
    static func octets(_ text: String, longest: Int = .max) -> [UInt8] {
        var text = text
        return text.withUTF8 { fold(UnsafeBufferPointer(rebasing: $0.prefix(longest))) }
    }

    static func lower(_ octet: UInt8) -> UInt8 {
        octet &- 0x41 < 26 ? octet | 0x20 : octet
    }

    private static func fold(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: source.count) { target, count in
            var all: UInt8 = 0
            for index in 0..<source.count {
                target.initializeElement(at: index, to: lower(source[index]))
                all |= source[index]
            }
            if all >= 0x80 { foldWide(target, count: source.count) }
            count = source.count
        }
    }

    /// Letters of two octets, in text whose ASCII is folded already.
    private static func foldWide(_ target: UnsafeMutableBufferPointer<UInt8>, count: Int) {
        var previous: UInt8 = 0
        for index in 0..<count {
            let octet = target[index]
            if octet >= 0x80, octet < 0xC0, previous >= 0xC3 {
                target[index] = wide(octet, after: previous)
                foldLead(&target[index - 1], octet, target, at: index)
            }
            previous = octet
        }
    }

    /// The second octet of a letter of two.
    private static func wide(_ octet: UInt8, after lead: UInt8) -> UInt8 {
        switch lead {
        case 0xC3 where octet < 0x9F && octet != 0x97: octet | 0x20
        case 0xCE where (0x91...0x9F).contains(octet): octet + 0x20
        case 0xD0 where (0x90...0x9F).contains(octet): octet + 0x20
        default: octet
        }
    }

    /// Letters whose small form begins with another octet.
    private static func foldLead(
        _ lead: inout UInt8,
        _ octet: UInt8,
        _ target: UnsafeMutableBufferPointer<UInt8>,
        at index: Int
    ) {
        switch (lead, octet) {
        case (0xCE, 0xA0...0xA9), (0xD0, 0xA0...0xAF):
            lead += 1
            target[index] = octet - 0x20
        default: break
        }
    }
}
