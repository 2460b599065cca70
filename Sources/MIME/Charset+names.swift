extension Charset {
    /// The name under which a label is decoded: lower case, and the superset that mail programs mean by it,
    /// as the WHATWG Encoding Standard lists them; `us-ascii` for labels that say nothing.
    static func canonical(_ label: String) -> String {
        switch label {
        case "utf-8", "UTF-8": return "utf-8"
        case "us-ascii", "US-ASCII": return "us-ascii"
        case "iso-8859-1", "ISO-8859-1", "windows-1252": return "windows-1252"
        default: break
        }
        let name = String(
            token: label.utf8.filter { !$0.isWhiteSpace && $0 != UInt8.ascii("\"") && $0 != UInt8.ascii("'") }
        )
        let squeezed = squeezed(name)
        return synonyms[squeezed] ?? numbered(squeezed) ?? name
    }

    /// Without the marks that programs set differently, and without the prefixes that say nothing: `X-SJIS`, `csKOI8R`.
    private static func squeezed(_ name: String) -> String {
        var rest = name[...]
        while rest.hasPrefix("x-") || rest.hasPrefix("cs") { rest = rest.dropFirst(2) }
        return String(decoding: rest.utf8.filter { $0.isLetter || $0.isDigit }, as: UTF8.self)
    }

    /// Names made of a number: parts of ISO 8859, code pages of Windows, IBM and the like.
    private static func numbered(_ name: String) -> String? {
        if let part = number(in: name, after: ["iso8859", "8859"], suffixes: ["i", "e", "1987", "1988", "1989"]) {
            return parts[part] ?? ((1...16).contains(part) ? "iso-8859-\(part)" : nil)
        }
        guard let page = number(in: name, after: ["windows", "win", "cp", "ms", "ibm", "ansi", "oem", ""]) else {
            return nil
        }
        switch page {
        case 1250...1258: return "windows-\(page)"
        case 28_591...28_606: return numbered("iso8859\(page - 28_590)")
        default: return pages[page] ?? ((400...1200).contains(page) ? "cp\(page)" : nil)
        }
    }

    private static func number(in name: String, after prefixes: [String], suffixes: [String] = []) -> Int? {
        guard let prefix = prefixes.first(where: { name.hasPrefix($0) }) else { return nil }
        let rest = name.dropFirst(prefix.count)
        for suffix in suffixes where rest.count > suffix.count && rest.hasSuffix(suffix) {
            if let number = Int(rest.dropLast(suffix.count)) { return number }
        }
        return rest.count < 7 ? Int(rest) : nil
    }

    private static let parts = [1: "windows-1252", 9: "windows-1254", 11: "cp874"]

    private static let pages = [
        874: "cp874", 932: "cp932", 936: "gb18030", 949: "cp949", 950: "big5-hkscs", 1200: "utf-16le",
        1201: "utf-16be", 819: "windows-1252", 10_000: "macintosh", 10_007: "mac-cyrillic", 20_127: "us-ascii",
        20_866: "koi8-r", 21_866: "koi8-u", 20_932: "euc-jp-ms", 51_932: "euc-jp-ms", 50_220: "iso-2022-jp",
        50_221: "iso-2022-jp", 50_222: "iso-2022-jp", 20_936: "gb18030", 51_936: "gb18030", 52_936: "hz-gb-2312",
        54_936: "gb18030", 51_949: "cp949", 65_000: "utf-7", 65_001: "utf-8",
    ]

    /// Only charsets seen in mail are handed on: iconv knows internal ones that must not be named by a stranger.
    static func isKnownFamily(_ name: String) -> Bool {
        families.contains { name.hasPrefix($0) }
            && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || marks.contains($0) }
    }

    private static let marks = Set("-_:.".utf8)

    private static let families = [
        "utf-16", "utf-32", "utf-7", "ucs-", "iso-8859", "iso_8859", "windows-", "cp", "koi8", "gb", "big5", "euc-",
        "iso-2022-", "tis-620", "ibm8", "ibm437", "mac", "johab", "viscii", "tcvn", "armscii", "georgian", "hp-roman8",
        "nextstep",
    ]
}
