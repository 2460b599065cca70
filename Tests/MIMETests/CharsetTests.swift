import MIME
import Model
import Testing

@Suite("Charsets")
struct CharsetTests {
    @Test(
        "a declared charset is followed",
        arguments: [
            ("utf-8", [0xC3, 0xA9], "é"), ("iso-8859-1", [0xE9, 0x80], "é€"),
            ("windows-1252", [0x93, 0xE9, 0x94], "“é”"),
            ("koi8-r", [0xF0, 0xD2, 0xC9], "При"), ("windows-1251", [0xCF, 0xF0, 0xE8], "При"),
            ("shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本"), ("euc-kr", [0xC7, 0xD1], "한"), ("big5", [0xA4, 0xE5], "文"),
            ("gb2312", [0xC8, 0xCB], "人"), ("utf-16le", [0x61, 0, 0x62, 0], "ab"),
            ("utf-16", [0xFE, 0xFF, 0, 0x61], "a"),
            ("iso-8859-15", [0xA4], "€"), ("cp-850", [0x82], "é"),
            ("iso-2022-jp", Array("\u{1B}$BF|K\\\u{1B}(B".utf8), "日本"),
        ] as [(String, [UInt8], String)]
    )
    func declared(charset: String, octets: [UInt8], expected: String) {
        let header = "Content-Type: text/plain; charset=\"\(charset)\"\nContent-Transfer-Encoding: binary\n\n"
        #expect(Mail.read(Array(header.utf8) + octets).content.text == expected)
    }

    @Test(
        "an unusable label gives way to what the octets are",
        arguments: [
            ("utf-8", Array("Grüße".utf8), "Grüße"), ("us-ascii", Array("Grüße".utf8), "Grüße"),
            ("no-such-charset", Array("Grüße".utf8), "Grüße"), ("", Array("日本".utf8), "日本"),
            ("utf-8", [0x47, 0x72, 0xFC, 0xDF, 0x65], "Grüße"), ("internal", [0x47, 0x72, 0xFC, 0xDF, 0x65], "Grüße"),
            ("us-ascii", [0xFF, 0xFE, 0x61, 0, 0x62, 0], "ab"),
            ("us-ascii", Array("\u{1B}$BF|K\\\u{1B}(B".utf8), "日本"),
            ("us-ascii", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20, 0xE2, 0xE0, 0xEC], "Привет вам"),
            ("us-ascii", [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, 0x20, 0xD7, 0xC1, 0xCD], "Привет вам"),
            ("us-ascii", [0x82, 0xB1, 0x82, 0xF1, 0x82, 0xC9, 0x82, 0xBF, 0x82, 0xCD], "こんにちは"),
            (
                "us-ascii", [0xC4, 0xE3, 0xBA, 0xC3, 0xCA, 0xC0, 0xBD, 0xE7, 0xA3, 0xAC, 0xCE, 0xD2, 0xC3, 0xC7],
                "你好世界，我们"
            ),
            ("us-ascii", [0xA4, 0xB3, 0xA4, 0xF3, 0xA4, 0xCB, 0xA4, 0xC1], "こんにち"),
        ] as [(String, [UInt8], String)]
    )
    func guessed(charset: String, octets: [UInt8], expected: String) {
        let header = "Content-Type: text/plain; charset=\(charset)\n\n"
        #expect(Mail.read(Array(header.utf8) + octets).content.text == expected)
    }

    @Test(
        "labels are read as programs write them",
        arguments: [
            ("ISO_8859-1:1987", [0xFC], "ü"), ("iso88591", [0xFC], "ü"), ("latin-1", [0xFC], "ü"),
            ("cp-1252", [0xFC], "ü"),
            ("windows1252", [0xFC], "ü"), ("'iso-8859-1'", [0xFC], "ü"), ("win-1251", [0xFF], "я"),
            ("cp1251", [0xFF], "я"),
            ("x-cp1251", [0xFF], "я"), ("KOI8R", [0xD1], "я"), ("csKOI8R", [0xD1], "я"), ("IBM866", [0xEF], "я"),
            ("x-mac-cyrillic", [0xDF], "я"), ("x-mac-roman", [0x9F], "ü"), ("mac", [0x9F], "ü"),
            ("x-mac-ce", [0x9F], "ü"),
            ("ks_c_5601-1987", [0xC7, 0xD1], "한"), ("KSC5601", [0xC7, 0xD1], "한"), ("cp949", [0x81, 0x41], "갂"),
            ("gb2312", [0x81, 0x40], "丂"), ("GB_2312-80", [0xC8, 0xCB], "人"), ("x-gbk", [0xC8, 0xCB], "人"),
            ("x-sjis", [0x87, 0x40], "①"), ("windows-31j", [0x87, 0x40], "①"), ("eucjp", [0xAD, 0xA1], "①"),
            ("cn-big5", [0xA4, 0xE5], "文"), ("x-x-big5", [0xA4, 0xE5], "文"), ("iso-8859-8-i", [0xE0], "א"),
            ("windows-1255", [0xF9, 0xE0], "שא"), ("iso-8859-6-e", [0xC7], "ا"), ("tis-620", [0xA1], "ก"),
            ("iso-8859-9", [0xFD], "ı"), ("hz-gb-2312", Array("~{HK~}".utf8), "人"),
            ("utf-7", Array("+AOk-".utf8), "é"), ("unicode-1-1-utf-7", Array("+AOk-".utf8), "é"),
            ("utf8", [0xC3, 0xA9], "é"), ("cp65001", [0xC3, 0xA9], "é"), ("utf-8mb4", [0xC3, 0xA9], "é"),
            ("unicode", Array("ascii after all".utf8), "ascii after all"),
            ("iso-2022-jp", Array("\u{1B}(I1\u{1B}(B".utf8), "ｱ"),
        ] as [(String, [UInt8], String)]
    )
    func labels(charset: String, octets: [UInt8], expected: String) {
        let header = "Content-Type: text/plain; charset=\"\(charset)\"\nContent-Transfer-Encoding: binary\n\n"
        #expect(Mail.read(Array(header.utf8) + octets).content.text == expected)
    }

    @Test("text without a label is read by what its characters are", arguments: UnlabelledText.all)
    func unlabelled(sample: UnlabelledText) {
        #expect(Mail.read(Array("Subject: s\n\n".utf8) + sample.octets).content.text == sample.text)
        #expect(Mail.read(Array("Subject: ".utf8) + sample.octets + Array("\n\n".utf8)).content.subject == sample.text)
    }

    @Test("Latin-1 that is UTF-8 is read as UTF-8")
    func mislabelled() {
        let content = Mail.read("Content-Type: text/plain; charset=iso-8859-1\n\nGrüße, 日本").content
        #expect(content.text == "Grüße, 日本")
        #expect(content.remarks == ["text is utf-8, not windows-1252 as declared"])
    }

    @Test("damaged UTF-8 stays UTF-8, and is noted where it is not")
    func damaged() {
        let octets = Array("Content-Type: text/plain; charset=utf-8\n\nGrüße, Grüße".utf8) + [0xC3]
        #expect(Mail.read(octets).content.text == "Grüße, Grüße\u{FFFD}")
        let latin = Mail.octets("Content-Type: text/plain; charset=utf-8\n\nGr\u{FC}\u{DF}e")
        #expect(Mail.read(latin).content.remarks == ["text is not utf-8 as declared"])
    }

    @Test("an HTML part may declare its charset itself")
    func htmlCharset() {
        let octets = Mail.octets("Content-Type: text/html\n\n<meta charset=\"koi8-r\"><p>\u{F0}\u{D2}\u{C9}</p>")
        #expect(Mail.read(octets).content.text == "При\n")
    }
}
