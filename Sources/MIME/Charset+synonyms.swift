extension Charset {
    /// What labels mean, spelt with letters and digits only.
    static let synonyms: [String: String] = {
        var synonyms: [String: String] = [:]
        for (name, labels) in meanings {
            for label in labels.split(separator: " ") { synonyms[String(label)] = name }
        }
        // A label without a letter or a digit.
        synonyms[""] = "us-ascii"
        return synonyms
    }()

    private static let meanings = [
        "us-ascii": """
        ascii usascii ansix341968 ansix341986 iso646us iso646 646 unknown8bit 8bit 7bit default defaultcharset none \
        null nil undefined binary unknown userdefined internal auto charset
        """,
        "utf-8": "utf8 unicode11utf8 unicode20utf8 utf8sig utf8mb4 utf8mb3 utf utf8mac iso10646utf8",
        "utf-7": "utf7 unicode11utf7 unicode20utf7",
        "utf-16": "utf16 unicode ucs2 iso10646ucs2 iso10646",
        "utf-16le": "utf16le unicodefffe ucs2le",
        "utf-16be": "utf16be unicodefeff ucs2be",
        "utf-32": "utf32 ucs4 iso10646ucs4",
        "windows-1252": """
        latin1 l1 isolatin1 isoir100 ansi western westerneuropean windowslatin1 winlatin1 iso88591windows30latin1 iso8859 \
        latin windows
        """,
        "iso-8859-2": "latin2 l2 isolatin2 isoir101",
        "iso-8859-3": "latin3 l3 isolatin3",
        "iso-8859-4": "latin4 l4 isolatin4",
        "iso-8859-5": "cyrillic isolatincyrillic isoir144",
        "iso-8859-6": "arabic isolatinarabic ecma114 asmo708 isoir127",
        "iso-8859-7": "greek greek8 isolatingreek ecma118 elot928 isoir126",
        "iso-8859-8": "hebrew isolatinhebrew isoir138 visual logical",
        "windows-1254": "latin5 l5 isolatin5 turkish",
        "iso-8859-10": "latin6 l6 isolatin6",
        "iso-8859-15": "latin9 l9 latin0",
        "iso-8859-16": "latin10",
        "koi8-r": "koi8r koi koi8",
        "koi8-u": "koi8u koi8ru",
        "cp874": "tis620 tis6202533 thai dos874",
        "gb18030": """
        gb2312 gb231280 iso58gb231280 isoir58 gbk gb18030 gb180302000 chinese simplifiedchinese gb2312charset euccn \
        eucgb2312cn cngb macchinesesimp
        """,
        "hz-gb-2312": "hzgb2312 hz",
        "big5-hkscs": "big5 cnbig5 big5hkscs big5hk big5eten big5tw traditionalchinese macchinesetrad",
        "cp932": "shiftjis sjis mskanji windows31j shiftjisms ms932 macjapanese shiftjis2004",
        "euc-jp-ms": "eucjp eucjpms eucjpwin ujis extendedunixcodepackedformatforjapanese",
        "iso-2022-jp": "iso2022jp iso2022jp1 iso2022jp2 iso2022jp3 iso2022jpms jis jiscode",
        "iso-2022-kr": "iso2022kr",
        "iso-2022-cn": "iso2022cn",
        "cp949": "ksc56011987 ksc56011989 ksc5601 ksx1001 euckr korean isoir149 uhc ksc56011992 mackorean",
        "johab": "johab ksc5601johab",
        "macintosh": "mac macintosh macroman applemacintosh",
        "mac-cyrillic": "maccyrillic macukrainian macuk",
        "mac-centraleurope": "macce maccentraleurope maccentraleurroman maccroatian macromanian",
        "windows-1251": "ansi1251 windowscyrillic",
        "windows-1250": "windowslatin2 easteurope",
    ]
}
