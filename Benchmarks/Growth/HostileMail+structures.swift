extension HostileMail {
    static let headers: [HostileMail] = [
        .fields("header fields", "X-Field-#: value\r\n"),
        .fields("header fields of one name", "Received: from a by b; Tue, 3 Mar 2026 08:30:00 +0100\r\n"),
        .fields("subjects", "Subject: again\r\n"),
        .fields("lines without a colon", "nothing\r\n"),
        .field("a long encoded subject", "Subject:", " =?utf-8?B?aGVsbG8=?=\r\n"),
        .field("encoded words of ever other charsets", "Subject:", " =?utf-8?Q?a?= =?iso-8859-1?Q?=E9?="),
        .field("beginnings of encoded words", "Subject: ", "=?utf-8?Q?"),
        .field("one encoded word", "Subject: =?utf-8?Q?", "=E2=82=AC"),
        .field("addresses", "Cc: ", "Anna <a#@b.test>, "),
        .field("groups of addresses", "Cc: ", "a: "),
        .field("comments in comments", "Cc: ", "("),
        .field("open quotes", "Cc: ", "\""),
        .field("angle brackets", "Cc: ", "<"),
        .field("references", "References: ", "<#@b.test> "),
        .field("parameters", "Content-Type: text/plain", "; a#=b"),
        .field("pieces of one parameter", "Content-Type: text/plain", "; name*#*=utf-8''a"),
        .field("folded lines", "Subject: a", "\r\n a"),
    ]

    static let structures: [HostileMail] = [
        HostileMail(name: "parts in parts") { size in
            var octets = Array(start.utf8)
            let depth = max(1, size / 60)
            for level in 0..<depth {
                octets += Array("Content-Type: multipart/mixed; boundary=\(level)\r\n\r\n--\(level)\r\n".utf8)
            }
            return octets
        },
        multipart("parts", "--b\r\n\r\na\r\n"),
        multipart("parts of text", "--b\r\nContent-Type: text/plain\r\n\r\nWhere is it?\r\n"),
        multipart("parts of HTML", "--b\r\nContent-Type: text/html\r\n\r\n<p>Where is it?\r\n"),
        multipart("attachments", "--b\r\nContent-Disposition: attachment; filename=a#.pdf\r\n\r\na\r\n"),
        multipart("lines that look like a boundary", "--bb\r\n"),
        multipart("dashes", "--"),
        multipart("messages in messages", "--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: a\r\n\r\nb\r\n"),
        HostileMail(name: "a message in a message in a message") { size in
            Array(start.utf8) + repeated("Content-Type: message/rfc822\r\n\r\nSubject: a\r\n", to: size)
        },
        encoded("broken base64", "base64", "aGV=*"),
        encoded("base64 of text", "base64", "d2hlcmUgaXMgbXkgb3JkZXIg\r\n"),
        encoded("broken quoted-printable", "quoted-printable", "=4=\r\n"),
        encoded("uuencoded files", "7bit", "begin 644 a\r\n#86\r\nend\r\n"),
        encoded("flowed lines", "7bit\r\nContent-Type: text/plain; format=flowed", "a \r\n"),
        HostileMail(name: "a delivery report") { size in
            let head =
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                + "--b\r\n\r\nIt failed.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
            let group = "\r\nFinal-Recipient: rfc822; a#@b.test\r\nStatus: 5.1.1\r\nAction: failed\r\n"
            return Array((start + head).utf8) + repeated(group, to: size)
        },
        HostileMail(name: "a notice of failure") { size in
            let head = "From: Mail Delivery System <MAILER-DAEMON@mx.test>\r\nSubject: Undelivered Mail\r\n\r\n"
            return Array(head.utf8) + repeated("<a#@b.test>: host mx.test said: 550 5.1.1 no such user\r\n", to: size)
        },
    ]

    private static func multipart(_ name: String, _ unit: String) -> HostileMail {
        .body(name, unit, type: "multipart/mixed; boundary=b")
    }

    private static func encoded(_ name: String, _ encoding: String, _ unit: String) -> HostileMail {
        HostileMail(name: name) { size in
            Array("\(start)Content-Transfer-Encoding: \(encoding)\r\n\r\n".utf8) + repeated(unit, to: size)
        }
    }
}
