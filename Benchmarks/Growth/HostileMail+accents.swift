extension HostileMail {
    /// Two accents that Unicode puts into another order. Where texts are compared or hashed as such, a run of them is sorted
    /// first, which takes the square of its length.
    private static let pair = "\u{301}\u{316}"

    static let accents: [HostileMail] = [
        .body("accents in another order", pair),
        .body("quoted accents", "> a\(pair)\r\n"),
        one("a line of accents", ""),
        one("a quoted line of accents", "> a"),
        one(
            "a line of accents in front of a quote",
            "On Mon, 2 Mar 2026 at 10:14, a",
            " <a@b.test> wrote:\r\n> where\r\n"
        ),
        one("a header line of accents", "From: Ann a", "\r\nSent: Monday\r\nTo: Bob\r\nSubject: it\r\n\r\nwhere\r\n"),
        one("a signature of accents", "Hello\r\n-- \r\na"),
        one("a farewell of accents", "Best wishes,\r\nA", "\r\n"),
        one("a name of accents", "My name is A", "."),
        one("a word of accents and one in capitals", "NOW a", " WHERE IS MY ORDER"),
        one("an order number of accents", "order WL-1", " please"),
        one("an address of accents", "write to a", "@b.test"),
        one("a domain of accents", "write to a@b", ".test or https://b.test/a"),
        one("a link of accents", "https://a.test/b", " where"),
        one("a failed address of accents", "<a", "@b.test>: 550 5.1.1 user unknown\r\n"),
        one(
            "armour with accents",
            "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: a",
            "\r\n\r\na\r\n-----BEGIN PGP SIGNATURE-----\r\n"
        ),
        one("a file within the text, of accents", "begin 644 a", "\r\n#86\r\nend\r\n"),
        .field("a subject of accents", "Subject: a", pair),
        .field("a sender of accents", "From: a", pair),
        .field("a sender's domain of accents", "From: <a@b", pair),
        .field("a recipient of accents", "Cc: \"a", pair),
        .field("references of accents", "References: <a", pair),
        .field("a list of accents", "List-Id: a", pair),
        .field("a way back of accents", "Return-Path: <a", pair),
        .field("a mark of automatic mail of accents", "Auto-Submitted: a", pair),
        .field("a priority of accents", "Precedence: a", pair),
        .field("a name of a field of accents", "X", pair),
        .field("a type of accents", "Content-Type: text/a", pair),
        .field("a charset of accents", "Content-Type: text/plain; charset=a", pair),
        .field("a parameter's name of accents", "Content-Type: text/plain; a", pair),
        .field("a boundary of accents", "Content-Type: multipart/mixed; boundary=a", pair),
        .field("a file's name of accents", "Content-Disposition: attachment; filename=\"a.", pair),
        .field("an encoding of accents", "Content-Transfer-Encoding: a", pair),
        .field("a date of accents", "Date: Tue, 3 Mar 2026 a", pair),
        .body("a tag of accents", "<p\(pair)", type: "text/html; charset=utf-8"),
        one("an element of accents", "<a", ">where</a>", type: "text/html"),
        one("a class of accents", "<div class=\"a", "\">where</div>", type: "text/html"),
        one("a link in HTML of accents", "<a href=\"https://a.test/", "\">where</a>", type: "text/html"),
        one("an address in HTML of accents", "<a href=\"mailto:a", "@b.test\">where</a>", type: "text/html"),
        one("an entity of accents", "<p>&a", ";</p>", type: "text/html"),
        report("a reported recipient of accents", "Final-Recipient: rfc822; a"),
        report("a reported state of accents", "Action: a"),
        report("a reported reason of accents", "Diagnostic-Code: smtp; a"),
    ]

    /// One run of accents, between `head` and `end`.
    private static func one(
        _ name: String,
        _ head: String,
        _ end: String = "",
        type: String = "text/plain"
    ) -> HostileMail {
        HostileMail(name: name) { size in
            Array("\(start)Content-Type: \(type); charset=utf-8\r\n\r\n\(head)a".utf8) + repeated(pair, to: size)
                + Array("\(end)\r\n".utf8)
        }
    }

    private static func report(_ name: String, _ head: String) -> HostileMail {
        HostileMail(name: name) { size in
            let type = "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
            let parts = "--b\r\n\r\nIt failed.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
            return Array((start + type + parts + "Reporting-MTA: dns; a\r\n\r\nStatus: 5.1.1\r\n" + head).utf8)
                + repeated(pair, to: size) + Array("\r\n--b--\r\n".utf8)
        }
    }
}
