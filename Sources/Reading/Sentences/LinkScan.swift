/// E-mail addresses and web addresses in running text, by bytes.
enum LinkScan {
    /// RFC 5321 §4.5.3.1: 64 octets before the sign; looking further back would make a row of signs quadratic.
    private static let longestLocalPart = 64
    private static let longestDomain = 253

    /// The address whose `@` stands at `at`, its local part not before `limit`; nil where there is none.
    static func address(around at: Int, from limit: Int, in bytes: [UInt8]) -> Range<Int>? {
        var start = at
        while let length = atomLength(before: start, in: bytes), start - length >= max(limit, at - longestLocalPart) {
            start -= length
        }
        while start < at, bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: "-") { start += 1 }
        var end = at + 1
        while end < bytes.count, end - at < longestDomain, isHost(bytes[end]) { end += 1 }
        while end > at + 1, !isLetter(bytes[end - 1]) { end -= 1 }
        guard start < at, let dot = bytes[at + 1..<end].lastIndex(of: UInt8(ascii: ".")), end - dot > 2 else {
            return nil
        }
        return start..<end
    }

    /// Where the web address that begins at `start` ends; nil where none begins.
    static func linkEnd(from start: Int, in bytes: [UInt8]) -> Int? {
        let first = bytes[start] | 0x20
        guard first == UInt8(ascii: "h") || first == UInt8(ascii: "w"),
            let beginning = beginnings.first(where: { hasPrefix($0, at: start, in: bytes) })
        else { return nil }
        var end = start
        while end < bytes.count, isLink(bytes[end]) { end += 1 }
        end = trimmed(bytes, start..<end)
        return end > start + beginning.count ? end : nil
    }

    private static let beginnings = ["http://", "https://", "www."].map { Array($0.utf8) }

    private static func hasPrefix(_ prefix: [UInt8], at start: Int, in bytes: [UInt8]) -> Bool {
        guard start + prefix.count <= bytes.count else { return false }
        return zip(prefix, bytes[start...]).allSatisfy { $0 == $1 || isLetter($0) && $0 == $1 | 0x20 }
    }

    /// Without the punctuation of the sentence around it.
    private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        let keepsBracket = bytes[range].contains(UInt8(ascii: "("))
        var end = range.upperBound
        while end > range.lowerBound, closers.contains(bytes[end - 1]) {
            if keepsBracket, bytes[end - 1] == UInt8(ascii: ")") { break }
            end -= 1
        }
        return end
    }

    private static let closers = Set(".,;:!?)]}'\"*_".utf8)

    private static func isLink(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && ![UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\"")].contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    private static func isHost(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    /// The length of the character before `end`, if it can stand in a local part: with RFC 6532 letters with accents can.
    /// Those of other scripts often stand before an address without a blank.
    private static func atomLength(before end: Int, in bytes: [UInt8]) -> Int? {
        guard end > 0 else { return nil }
        let last = bytes[end - 1]
        if isHost(last) || [UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "%")].contains(last) { return 1 }
        guard end > 1, last & 0xC0 == 0x80, (0xC3...0xC9).contains(bytes[end - 2]) else { return nil }
        // The signs for times and division stand among them.
        return bytes[end - 2] == 0xC3 && (last == 0x97 || last == 0xB7) ? nil : 2
    }
}
