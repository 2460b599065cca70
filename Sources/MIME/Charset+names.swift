extension Charset {
    /// The name under which a label is decoded: lower case, and the superset that mail programs mean by it,
    /// as the WHATWG Encoding Standard lists them.
    static func canonical(_ label: String) -> String {
        let name = String(
            token: label.utf8.filter { !$0.isWhiteSpace && $0 != UInt8.ascii("\"") && $0 != UInt8.ascii("'") }
        )
        if let meant = synonyms[name] { return meant }
        if name.hasPrefix("cp-") { return canonical("cp" + name.dropFirst(3)) }
        if name.hasPrefix("x-"), name != "x-" { return canonical(String(name.dropFirst(2))) }
        return name
    }

    /// Only charsets seen in mail are handed on: iconv knows internal ones that must not be named by a stranger.
    static func isKnownFamily(_ name: String) -> Bool {
        families.contains { name.hasPrefix($0) }
            && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || marks.contains($0) }
    }

    private static let marks = Set("-_:.".utf8)

    private static let families = [
        "utf-", "utf7", "utf16", "utf32", "ucs-2", "iso-8859", "iso8859", "iso_8859", "windows-", "cp", "koi8", "gb",
        "big5",
        "shift_jis", "euc-", "iso-2022-", "hz", "tis-620", "ibm8", "ibm437", "mac", "johab", "uhc", "viscii", "tcvn",
        "armscii", "georgian", "us-ascii",
    ]

    private static let synonyms: [String: String] = [
        "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8", "utf-8-sig": "utf-8", "unicode": "utf-16",
        "ascii": "us-ascii", "ansi_x3.4-1968": "us-ascii", "us-ascii": "us-ascii", "unknown-8bit": "us-ascii",
        "8bit": "us-ascii", "7bit": "us-ascii", "default": "us-ascii", "default_charset": "us-ascii", "": "us-ascii",
        "none": "us-ascii", "binary": "us-ascii", "unknown": "us-ascii", "x-unknown": "us-ascii",
        "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "iso_8859-1": "windows-1252",
        "latin1": "windows-1252", "latin-1": "windows-1252", "l1": "windows-1252", "cp1252": "windows-1252",
        "ansi": "windows-1252", "windows-1252": "windows-1252", "cp819": "windows-1252",
        "iso-8859-9": "windows-1254", "iso-8859-8-i": "iso-8859-8", "iso-8859-8-e": "iso-8859-8",
        "iso-8859-6-i": "iso-8859-6", "iso-8859-11": "cp874", "tis-620": "cp874", "windows-874": "cp874",
        "gb2312": "gb18030", "gb_2312-80": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "x-gbk": "gb18030",
        "chinese": "gb18030", "gb2312_charset": "gb18030", "euc-cn": "gb18030", "windows-936": "gb18030",
        "shift-jis": "cp932", "shift_jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "ms_kanji": "cp932",
        "windows-31j": "cp932", "cp932": "cp932", "ks_c_5601-1987": "cp949", "ks_c_5601": "cp949", "euc-kr": "cp949",
        "korean": "cp949", "ksc5601": "cp949", "windows-949": "cp949", "big5": "big5-hkscs", "cn-big5": "big5-hkscs",
        "big-5": "big5-hkscs", "x-x-big5": "big5-hkscs", "windows-950": "big5-hkscs", "koi8r": "koi8-r",
        "koi": "koi8-r",
        "eucjp": "euc-jp", "x-euc-jp": "euc-jp", "iso-2022-jp": "iso-2022-jp-3", "x-mac-roman": "macintosh",
        "mac": "macintosh", "x-mac-cyrillic": "mac-cyrillic", "win-1251": "windows-1251", "cp-1251": "windows-1251",
    ]
}
