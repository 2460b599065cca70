/// Which charset octets without a usable label are most plausibly in, for octets that are not UTF-8.
///
/// Each charset that unlabelled mail is really sent in is tried, and the text that comes out is rated by how common its
/// characters are in the languages of that charset. The best rating wins.
enum CharsetGuess {
    private static let longestSample = 2048

    /// Charsets of several octets a character.
    private static let wideScripts: [(charset: String, model: ScriptModel)] = [
        ("gb18030", .simplifiedChinese), ("cp932", .japanese), ("euc-jp-ms", .japanese), ("cp949", .korean),
        ("big5-hkscs", .traditionalChinese),
    ]

    static func name(of octets: Octets) -> String {
        if octets.starts(with: [0xEF, 0xBB, 0xBF]) { return "utf-8" }
        if let wide = wide(octets) { return wide }
        if hasJapaneseEscape(octets) { return "iso-2022-jp" }
        let sample = sample(of: octets)
        var best = (name: "windows-1252", rating: -Double.infinity)
        for script in OctetScript.all {
            let rating = script.rating(of: sample)
            if rating > best.rating { best = (script.charset, rating) }
        }
        guard sample.count(where: { $0 >= 0x80 }) > 1 else { return best.name }
        for (charset, model) in wideScripts {
            guard let rating = rating(of: sample, as: charset, model), rating > best.rating else { continue }
            best = (charset, rating)
        }
        return best.name
    }

    /// Begins shortly before the first octet beyond ASCII, wherever that stands.
    private static func sample(of octets: Octets) -> Octets {
        guard let first = octets.firstIndex(where: { $0 >= 0x80 }) else { return octets.prefix(longestSample) }
        return octets[max(octets.startIndex, first - 32)...].prefix(longestSample)
    }

    /// Nil where the octets cannot be of that charset.
    private static func rating(of sample: Octets, as charset: String, _ model: ScriptModel) -> Double? {
        guard let converted = Iconv.decode(sample, from: charset) else { return nil }
        // A sample may end within a character.
        let tolerated = sample.count / 100 + (sample.count == longestSample ? 1 : 0)
        return converted.malformed <= tolerated ? model.rating(of: converted.text) : nil
    }

    /// UTF-16 by its byte order mark, or by every other octet being zero.
    static func wide(_ octets: Octets) -> String? {
        if octets.starts(with: [0xFF, 0xFE]) { return "utf-16le" }
        if octets.starts(with: [0xFE, 0xFF]) { return "utf-16be" }
        let sample = octets.prefix(256)
        guard sample.count >= 8, sample.contains(0) else { return nil }
        var zeros = [0, 0]
        for (offset, octet) in sample.enumerated() where octet == 0 { zeros[offset % 2] += 1 }
        let many = sample.count / 2 * 7 / 10
        if zeros[1] >= many, zeros[0] == 0 { return "utf-16le" }
        return zeros[0] >= many && zeros[1] == 0 ? "utf-16be" : nil
    }

    static func hasJapaneseEscape(_ octets: Octets) -> Bool {
        var start = octets.startIndex
        while let index = octets.firstIndex(of: ASCII.escape, from: start), index + 2 < octets.endIndex {
            let pair = (octets[index + 1], octets[index + 2])
            if pair == (0x24, 0x40) || pair == (0x24, 0x42) || pair == (0x28, 0x4A) { return true }
            start = index + 1
        }
        return false
    }
}
