import MIME
import Model
import Testing

@Suite("Addresses")
struct AddressTests {
    @Test(
        "mailboxes are read in every form that mail has",
        arguments: [
            ("jane@example.org", [MailAddress(address: "jane@example.org")]),
            ("Jane Doe <jane@example.org>", [MailAddress(name: "Jane Doe", address: "jane@example.org")]),
            ("\"Doe, Jane\" <jane@example.org>", [MailAddress(name: "Doe, Jane", address: "jane@example.org")]),
            ("Doe, Jane <jane@example.org>", [MailAddress(name: "Doe, Jane", address: "jane@example.org")]),
            ("jane@example.org (Jane Doe)", [MailAddress(name: "Jane Doe", address: "jane@example.org")]),
            ("Jane Doe jane@example.org", [MailAddress(name: "Jane Doe", address: "jane@example.org")]),
            ("\"Jane \\\"JD\\\" Doe\" <j@x.org>", [MailAddress(name: "Jane \"JD\" Doe", address: "j@x.org")]),
            ("=?utf-8?q?J=C3=A4ne?= <j@x.org>", [MailAddress(name: "Jäne", address: "j@x.org")]),
            ("=?utf-8?q?Doe,_J=C3=A4ne?= <j@x.org>", [MailAddress(name: "Doe, Jäne", address: "j@x.org")]),
            ("\"=?utf-8?q?J=C3=A4ne?=\" <j@x.org>", [MailAddress(name: "Jäne", address: "j@x.org")]),
            ("'jane@x.org' <jane@x.org>", [MailAddress(name: "jane@x.org", address: "jane@x.org")]),
            ("a@x.org, b@x.org;c@x.org", ["a", "b", "c"].map { MailAddress(address: "\($0)@x.org") }),
            (
                "Team: a@x.org, B <b@x.org>;",
                [MailAddress(address: "a@x.org"), MailAddress(name: "B", address: "b@x.org")]
            ),
            ("undisclosed-recipients:;", []),
            ("<@relay.org,@other.org:jane@x.org>", [MailAddress(address: "jane@x.org")]),
            ("\"jane doe\"@x.org", [MailAddress(address: "\"jane doe\"@x.org")]),
            ("Jane <<jane@x.org>>", [MailAddress(name: "Jane", address: "jane@x.org")]),
            ("<mailto:jane@x.org>", [MailAddress(address: "jane@x.org")]),
            ("jäne@exämple.org", [MailAddress(address: "jäne@exämple.org")]),
            ("Jane Doe", [MailAddress(name: "Jane Doe", address: "")]),
            ("root", [MailAddress(address: "root")]),
            ("Jane <", [MailAddress(name: "Jane", address: "")]),
            ("\"Jane <jane@x.org>", [MailAddress(name: "Jane", address: "jane@x.org")]),
            ("Jane (a (nested) one) <jane@x.org>", [MailAddress(name: "Jane", address: "jane@x.org")]),
            (", ,a@x.org,,", [MailAddress(address: "a@x.org")]),
            ("", []),
        ] as [(String, [MailAddress])]
    )
    func lists(raw: String, expected: [MailAddress]) {
        #expect(Mail.read("To: \(raw)\n\n").content.to == expected)
    }

    @Test("the first From that can be read counts")
    func from() {
        #expect(Mail.read("From:\nFrom: a@x.org, b@x.org\n\n").content.from == MailAddress(address: "a@x.org"))
        #expect(Mail.read("Subject: none\n\n").content.from == nil)
    }

    @Test("no name brings a line end along")
    func injection() {
        let content = Mail.read("From: =?utf-8?q?a=0D=0ABcc:_b=00?= <a@x.org>\n\n").content
        #expect(content.from == MailAddress(name: "a Bcc: b", address: "a@x.org"))
    }

    @Test(
        "hostile lists are read in linear time and bounded stack",
        arguments: ["g:", "(", "<", "<@", "\"", "a@b,", "=?", "\\"]
    )
    func hostile(piece: String) {
        let message = Mail.read("To: " + String(repeating: piece, count: 20_000) + "\n\nbody")
        #expect(message.content.text == "body")
    }
}
