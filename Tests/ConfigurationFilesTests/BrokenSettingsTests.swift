import ConfigurationFiles
import Testing

@Suite("Broken settings are refused with place, reason and remedy")
struct BrokenSettingsTests {
    @Test(
        "a fault under imap is found at its line and column",
        arguments: [
            ("hots: x", "9:7: error: unknown key “hots” in imap; did you mean “host”?"),
            ("port: 0", "9:13: error: “port” should be a port from 1 to 65535; found “0”"),
            (
                "security: ssl",
                "9:17: error: “security” should be tls, starttls or plain (no encryption at all); found “ssl”"
            ),
            ("password: hunter2", "8:17: error: a secret does not belong in this file: write “password: {env: NAME}”"),
            ("password: {env: A, file: B}", "8:17: error: “password” needs one of env, file or credential"),
            ("password: {env: A-B}", "8:23: error: this is not the name of an environment variable"),
            (
                "from: yesterday",
                "8:13: error: “from: yesterday” says nothing: “now” takes only mail that comes from now on"
            ),
            ("from: 2026-02-30", "8:13: error: “from: 2026-02-30” says nothing"),
            ("after: delete", "9:14: error: “after” should be keep (leave it as it is), seen, flag, or “move”"),
            ("after: move", "9:14: error: “after” should be"),
            ("poll: 60", "9:13: error: “poll” should be a duration such as 15s, 10m, 2h or 7d (5s to 1d); found “60”"),
            ("size_limit: big", "9:19: error: “size_limit” should be a size such as 500KB, 25MB or 1GB"),
            (
                "certificate: none",
                "9:20: error: “certificate: none” should be verify, accept-any, or {authority: FILE}"
            ),
            ("host: [a]", "8:13: error: “host” should be a host name"),
            ("oauth: {provider: google}", "9:14: error: imap has both “password” and “oauth”: take one out"),
            ("host:", "5:7: error: imap needs “host”: the server's name"),
            ("user:", "5:7: error: imap needs “user”: the name to log in with"),
            ("password:", "6:13: error: “user” needs “password” or “oauth” beside it"),
            (
                "from:",
                "5:7: error: imap needs “from”: “now” takes only mail that comes from now on, “all” takes everything"
            ),
            ("security: plain", "9:17: warning: the password crosses the network readable by anybody"),
        ]
    )
    func imap(_ line: String, _ expected: String) {
        let problems = Files.load(settings: Files.settings(imap: line)).problems.map(\.description)
        let words = expected.split(separator: ": ", maxSplits: 1).last ?? ""
        #expect(problems.contains { $0.hasPrefix("config/wavelength.yaml:") && $0.contains(words) }, "\(problems)")
        #expect(problems.contains { $0.hasPrefix("config/wavelength.yaml:\(expected)") }, "\(problems)")
    }

    @Test(
        "a fault elsewhere is found at its line and column",
        arguments: [
            ("", "1: error: the file needs “inboxes”: at least one"),
            ("a: [", "1: error: this is not YAML"), ("a: [\n", "2:1: error: this is not YAML"),
            ("\tx: 1", "1:1: error: this is not YAML"),
            ("- a", "1:1: error: the file should be a mapping of keys to values"),
            ("inboxes: {}", "1:10: error: no inbox: name at least one"),
            ("inboxes: {}\ninboxes: {}", "1:1: error: given twice: “inboxes”"),
            ("inboxes:\n  My Shop: {}", "2:3: error: “My Shop” cannot name an inbox"),
            ("inboxes:\n  a: {}", "2:3: error: inbox a needs “addresses”: the addresses that customers write to"),
            ("inboxes:\n  a: {}", "2:3: error: inbox a needs “imap” or “maildir”, or a channel"),
            ("inboxes:\n  a:\n    addresses: [x]", "3:17: error: “x” is not a mail address such as hello@shop.example"),
            ("inboxes:\n  a:\n    addresses: []", "3:16: error: no address"),
            (
                "inboxes:\n  a:\n    undo: 2h",
                "3:11: error: “undo” should be a duration such as 15s, 10m, 2h or 7d (0s to 1h)"
            ),
            ("inboxes:\n  a:\n    language: English", "3:15: error: “language” should be a language code such as en"),
            ("inboxes:\n  a:\n    sent_copy: maybe", "3:16: error: “sent_copy” should be true or false"),
            (
                "inboxes:\n  a:\n    acknowledgement:\n      text: |\n        Hello\n        {{ask}}",
                "6: error: unknown placeholder “ask”"
            ),
            ("inboxes:\n  a:\n    acknowledgement: {text: Hi}", "3:22: error: an acknowledgement needs “smtp”"),
            ("desk: {listen: here}", "1:16: error: “listen” should be host:port such as 127.0.0.1:8025"),
            ("desk: {url: shop}", "1:13: error: “url” should be an address that begins with https:// or http://"),
            (
                "desk:\n  proxies: [10.0.0.5, 172.17/16]",
                "2:23: error: “proxies” should be an address or a network such as 10.0.0.5, 172.17.0.0/16"
            ),
            ("desk: {proxies: 0.0.0.0/0}", "1:17: error: “0.0.0.0/0” is every machine there is"),
            ("automatic_mail: {per_minute: -1}", "1:30: error: “per_minute” should be a whole number, 0 or more"),
            ("automatic_mail: {same_notice_after: 1h}", "1:37: error: “same_notice_after” should be a duration"),
        ]
    )
    func elsewhere(_ text: String, _ expected: String) {
        let loaded = Files.load(settings: text)
        let problems = loaded.problems.map(\.description)
        #expect(problems.contains { $0.hasPrefix("config/wavelength.yaml:\(expected)") }, "\(problems)")
        #expect(loaded.settings == nil)
    }

    @Test("two inboxes never share an address, whatever its case")
    func sharedAddress() {
        let other = """

              sales:
                addresses: [Hello@Shop.example]
                maildir: {path: sales}
            """
        let loaded = Files.load(settings: Files.settings + other)
        #expect(
            loaded.problems.map(\.description) == [
                "config/wavelength.yaml:10:17: error: Hello@Shop.example belongs to inbox support already: "
                    + "an address has one inbox"
            ]
        )
    }

    @Test("every fault of the file is reported at once")
    func allFaults() {
        let problems = Files.load(settings: Files.settings(imap: "port: x", "poll: y", "from: z")).problems
        #expect(problems.map(\.line) == [8, 9, 10])
        #expect(problems.allSatisfy { $0.severity == .error })
    }

    @Test("a literal secret is never repeated in the message")
    func secretStaysSecret() {
        let problems = Files.load(settings: Files.settings(imap: "password: hunter2")).problems
        #expect(problems.count == 1)
        #expect(!problems.map(\.description).joined().contains("hunter2"))
    }
}
