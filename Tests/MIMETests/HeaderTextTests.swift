import Foundation
import MIME
import Model
import Testing

@Suite("Header values")
struct HeaderTextTests {
    @Test(
        "encoded-words are decoded as mail programs write them",
        arguments: [
            ("plain", "plain"),
            ("=?UTF-8?B?aGVsbG8=?= =?UTF-8?B?d29ybGQ=?=", "helloworld"),
            ("=?utf-8?q?Caf=C3=A9?=", "Café"),
            ("=?utf-8*en?q?Caf=C3=A9?= at noon", "Café at noon"),
            ("=?utf-8?b?5pel?= \r\n =?utf-8?b?5pys?=", "日本"),
            ("=?utf-8?q?split_=E6=97?= =?utf-8?q?=A5_character?=", "split 日 character"),
            ("=?iso-8859-1?q?a?= =?utf-8?q?b?=", "ab"),
            ("=?iso-8859-1?Q?Patrik_F=E4ltstr=F6m?= x", "Patrik Fältström x"),
            ("=?iso-2022-jp?b?GyRCRnxLXBsoQg==?=", "日本"),
            ("=?gb2312?B?yMvD8Q==?=", "人民"),
            ("=?x-nonsense?q?still_read?=", "still read"),
            ("=?utf-8?q?spaces in it?=", "spaces in it"),
            ("=?utf-8?b?aGVsbG8?=", "hello"),
            ("=?utf-8?q?never closed", "=?utf-8?q?never closed"),
            ("=?utf-8?x?unknown?=", "=?utf-8?x?unknown?="),
            ("\"=?utf-8?q?in_quotes?=\"", "\"in quotes\""),
            ("=?utf-8?q?one=0D=0ABcc:_x@example.org?=", "one Bcc: x@example.org"),
            ("=?utf-8?q?nul=00here?=", "nul here"),
            ("folded\r\n\tvalue", "folded value"),
            ("  padded  ", "padded"),
            ("=?utf-8?q??=", ""),
            ("=?utf-8?b?5pel?==?utf-8?b?5pys?=", "日本"),
            ("=?utf-8?B?w6k=?=\t=?utf-8?Q?=C3=A9?=", "éé"),
            ("=?utf-8?q?Really??=", "Really?"),
            ("=?utf-8?q?a=3D?=", "a="),
            ("=?utf-8?b?aGVs\r\n bG8=?=", "hello"),
            ("=?utf-8?b?aGVs bG8=?=", "hello"),
            ("=? utf-8 ?Q?caf=c3=a9?=", "café"),
            ("=?utf-8? B ?aGVsbG8=?=", "hello"),
            ("=?utf-8?B?aGVsbG8", "hello"),
            ("=?utf-8?Q?cut_of=66", "cut off"),
            ("=?utf-8?B?aGVsbG8=?", "hello"),
            ("Re: =?ks_c_5601-1987?B?x9HG9w==?=", "Re: 한포"),
            ("=?unicode-1-1-utf-7?Q?Hi_+Jjo-?=", "Hi ☺"),
            ("=?iso-2022-jp?B?GyRCLSEbKEI=?=", "①"),
            ("=?x-unknown?q?Gr=FC=DFe?=", "Grüße"),
            ("=?x-unknown?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
            ("=?iso-8859-1?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
            ("=?=?=", "=?=?="),
            ("a =?b c", "a =?b c"),
            ("\u{1B}$BF|K\\\u{1B}(B", "日本"),
        ]
    )
    func decodes(raw: String, expected: String) {
        #expect(Mail.read("Subject: \(raw)\r\n\r\n").content.subject == expected)
    }

    @Test("raw UTF-8 in a header is read as it is")
    func rawUTF8() {
        #expect(Mail.read("Subject: Größe 日本\n\n").content.subject == "Größe 日本")
    }

    @Test("raw octets in a header are read in the charset that the body declares")
    func bodyCharset() {
        let mail = Mail.octets("Subject: \u{CF}\u{F0}\u{E8}\u{E2}\u{E5}\u{F2} abcdefgh\n")
        let body = Mail.octets("Content-Type: text/plain; charset=windows-1251\n\n\u{CF}\n")
        #expect(Mail.read(mail + body).content.subject == "Привет abcdefgh")
    }

    @Test("every field is kept in order, repeated and odd ones included")
    func fields() {
        let message = Mail.read(
            "Received: one\nX-Odd :  two\nRECEIVED: three\n four\njunk line\nEmpty:\nSubject: s\n\nbody"
        )
        #expect(message.fields.map(\.name) == ["Received", "X-Odd", "RECEIVED", "Empty", "Subject"])
        #expect(message.fields.map(\.value) == ["one", "two", "three four", "", "s"])
        #expect(message.content.text == "body")
    }

    @Test(
        "identifiers lose their brackets and their folding",
        arguments: [
            ("<a@b>", "a@b"), ("a@b", "a@b"), ("<a\r\n @b>", "a@b"), ("garbage", "garbage"), ("<a@b> (comment)", "a@b"),
        ]
    )
    func identifiers(raw: String, expected: String) {
        #expect(Mail.read("Message-ID: \(raw)\r\n\r\n").content.messageID == expected)
    }

    @Test("references are listed in order")
    func references() {
        let content = Mail.read("References: <a@b>\n <c@d><e@f>\nIn-Reply-To: Your mail of Monday <g@h>\n\n").content
        #expect(content.references == ["a@b", "c@d", "e@f"])
        #expect(content.inReplyTo == ["g@h"])
    }

    @Test(
        "dates are read in the forms that mail has",
        arguments: [
            ("Fri, 21 Nov 1997 09:55:06 -0600", 880_127_706), ("21 Nov 97 09:55:06 GMT", 880_106_106),
            ("Fri, 21 Nov 1997 09:55:06 EST", 880_124_106), ("Fri, 21 Nov 1997 09(comment):55:06 +0000", 880_106_106),
            ("Fri, 21 Nov 1997 09:55 +0000", 880_106_100),
        ] as [(String, Double)]
    )
    func dates(raw: String, seconds: Double) throws {
        #expect(try #require(Mail.read("Date: \(raw)\n\n").content.date).timeIntervalSince1970 == seconds)
    }

    @Test("what is no date is no date", arguments: ["", "yesterday", "99 Foo 2020 99:99:99", "\u{1}\u{2}", "Mon, "])
    func noDate(raw: String) {
        #expect(Mail.read("Date: \(raw)\n\n").content.date == nil)
    }

    @Test(
        "the sender's clock is known by the zone of the date, unless that says nothing",
        arguments: [
            ("Sun, 22 Nov 2026 09:49:00 +0100", 3_600), ("Sun, 22 Nov 2026 09:49:00 -0330", -12_600),
            ("Sun, 22 Nov 2026 09:49:00 EST", -18_000), ("Sun, 22 Nov 2026 09:49:00 +0000", nil),
            ("Sun, 22 Nov 2026 09:49:00 -0000", nil), ("Sun, 22 Nov 2026 09:49:00 GMT", nil), ("yesterday", nil),
        ] as [(String, Int?)]
    )
    func clock(_ raw: String, _ offset: Int?) {
        #expect(Mail.read("Date: \(raw)\n\n").content.dateOffset == offset)
    }
}
