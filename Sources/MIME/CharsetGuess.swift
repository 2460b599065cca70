/// Which charset octets without a usable label are most plausibly in, for octets that are not valid UTF-8.
///
/// Rough by design: it tells apart the charsets that unlabelled mail is really sent in. Each test asks for what text in
/// that charset is full of (kana, the frequent half of the Hanzi, a majority of Cyrillic letters).
enum CharsetGuess {
    static func name(of octets: Octets) -> String {
        if octets.starts(with: [0xEF, 0xBB, 0xBF]) { return "utf-8" }
        if let wide = wide(octets) { return wide }
        if hasJapaneseEscape(octets) { return "iso-2022-jp-3" }
        let sample = octets.prefix(65_536)
        if isShiftJIS(sample) { return "cp932" }
        if isEUCJapanese(sample) { return "euc-jp" }
        if isGB18030(sample) { return "gb18030" }
        return cyrillic(sample) ?? "windows-1252"
    }

    /// UTF-16 by its byte order mark, or by every other octet being zero.
    private static func wide(_ octets: Octets) -> String? {
        if octets.starts(with: [0xFF, 0xFE]) { return "utf-16le" }
        if octets.starts(with: [0xFE, 0xFF]) { return "utf-16be" }
        let sample = octets.prefix(256)
        guard sample.count >= 8 else { return nil }
        var zeros = [0, 0]
        for (offset, octet) in sample.enumerated() where octet == 0 { zeros[offset % 2] += 1 }
        let many = sample.count / 2 * 7 / 10
        if zeros[1] >= many, zeros[0] == 0 { return "utf-16le" }
        return zeros[0] >= many && zeros[1] == 0 ? "utf-16be" : nil
    }

    private static func hasJapaneseEscape(_ octets: Octets) -> Bool {
        var start = octets.startIndex
        while let index = octets[start...].firstIndex(of: ASCII.escape), index + 2 < octets.endIndex {
            let pair = (octets[index + 1], octets[index + 2])
            if pair == (0x24, 0x40) || pair == (0x24, 0x42) || pair == (0x28, 0x4A) { return true }
            start = index + 1
        }
        return false
    }

    /// Counts two-octet characters; nil as soon as the octets cannot be of that structure.
    private static func pairs(
        _ octets: Octets,
        lead: (UInt8) -> Bool,
        trail: (UInt8) -> Bool,
        single: (UInt8) -> Bool = { _ in false },
        isTypical: (UInt8, UInt8) -> Bool
    ) -> (all: Int, typical: Int)? {
        var index = octets.startIndex
        var all = 0
        var typical = 0
        while index < octets.endIndex {
            let octet = octets[index]
            index += 1
            if octet < 0x80 || single(octet) { continue }
            guard lead(octet) else { return nil }
            guard index < octets.endIndex else { break }
            guard trail(octets[index]) else { return nil }
            all += 1
            if isTypical(octet, octets[index]) { typical += 1 }
            index += 1
        }
        return (all, typical)
    }

    private static func isShiftJIS(_ octets: Octets) -> Bool {
        let found = pairs(
            octets,
            lead: { (0x81...0x9F).contains($0) || (0xE0...0xFC).contains($0) },
            trail: { (0x40...0x7E).contains($0) || (0x80...0xFC).contains($0) },
            single: { (0xA1...0xDF).contains($0) },
            isTypical: { ($0 == 0x82 && $1 >= 0x9F && $1 <= 0xF1) || ($0 == 0x83 && $1 <= 0x96) }
        )
        return found.map { $0.all >= 2 && $0.typical * 5 >= $0.all } ?? false
    }

    private static func isEUCJapanese(_ octets: Octets) -> Bool {
        let found = pairs(
            octets,
            lead: { $0 == 0x8E || $0 >= 0xA1 },
            trail: { $0 >= 0xA1 },
            isTypical: { lead, _ in lead == 0xA4 || lead == 0xA5 }
        )
        return found.map { $0.all >= 2 && $0.typical * 4 >= $0.all } ?? false
    }

    /// Octets below 0xC0 keep out KOI8-R and windows-1251, whose letters all lie above, and whose words can look like pairs.
    private static func isGB18030(_ octets: Octets) -> Bool {
        var low = 0
        let found = pairs(
            octets,
            lead: { $0 >= 0x81 && $0 != 0xFF },
            trail: { $0 >= 0x40 && $0 != 0x7F && $0 != 0xFF },
            isTypical: { lead, trail in
                if lead < 0xC0 || trail < 0xC0 { low += 1 }
                return (0xA1...0xD7).contains(lead) && trail >= 0xA1
            }
        )
        return found.map { $0.all >= 2 && $0.typical * 10 >= $0.all * 8 && low * 4 >= $0.all } ?? false
    }

    /// Small letters outnumber capitals: KOI8-R has them where windows-1251 has its capitals.
    private static func cyrillic(_ octets: Octets) -> String? {
        var latin = 0
        var lower = 0
        var upper = 0
        for octet in octets {
            if octet.isLetter { latin += 1 }
            if octet >= 0xE0 { upper += 1 } else if octet >= 0xC0 { lower += 1 }
        }
        guard lower + upper >= 3, lower + upper > latin else { return nil }
        return lower > upper ? "koi8-r" : "windows-1251"
    }
}
