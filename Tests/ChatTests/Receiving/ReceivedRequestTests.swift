import Model
import Testing

@testable import Chat

@Suite("A request that is kept")
struct ReceivedRequestTests {
    @Test("has no secret in its fields, and all the others in order")
    func hasNoSecretField() {
        let secrets = ["Authorization", "COOKIE", "Proxy-Authorization", "x-telegram-bot-api-secret-token"]
        let others = ["Content-Type", "X-Slack-Signature", "X-Slack-Signature"]
        let fields = (secrets + others).map { HeaderField(name: $0, value: "x") }
        let kept = ReceivedRequest(url: "https://shop.example/a", fields: fields, body: [1]).withoutSecrets
        #expect(kept.fields.map(\.name) == others)
        #expect(kept.body == [1])
    }

    @Test(
        "has no password in its URL",
        arguments: [
            ("https://user:pass@shop.example:8443/a?b=c@d#e", "https://shop.example:8443/a?b=c@d#e"),
            ("https://shop.example/a@b", "https://shop.example/a@b"),
            ("/channels/mail", "/channels/mail"),
        ]
    )
    func hasNoPassword(url: String, kept: String) {
        #expect(ReceivedRequest(url: url).withoutSecrets.url == kept)
    }

    @Test(
        "is shown without what stands in its body under a secret's name",
        arguments: [
            (#"{"token":"Z26u","type":"event_callback"}"#, #"{"token":"…","type":"event_callback"}"#),
            (#"{ "Token" : "a\"b\\" , "text": "my token: \"x\"" }"#, #"{ "Token" : "…" , "text": "my token: \"x\"" }"#),
            (#"{"a":{"api_key":"k"},"secret":"","tokens":"y"}"#, #"{"a":{"api_key":"…"},"secret":"","tokens":"y"}"#),
            (#"{"text":"token","password":17}"#, #"{"text":"token","password":17}"#),
            (#"{"token":"cut o"#, #"{"token":"…"#),
            (#"{"token":"cut \"#, #"{"token":"…"#),
            ("token=abc&a=token&signature=0f", "token=…&a=token&signature=…"),
            ("a=b&stripped-signature=Anna&token=", "a=b&stripped-signature=Anna&token="),
            ("payload=%7B%22token%22%3A+%22abc%22%2C%22a%22%3A1", "payload=%7B%22token%22%3A+%22…%22%2C%22a%22%3A1"),
            (
                "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nabc\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n…\r\n--b--"
            ),
            (
                "--b\r\nContent-Disposition: form-data; name=\"signature\"\r\nContent-Type: text/plain\r\n\r\n0f\r\n--b",
                "--b\r\nContent-Disposition: form-data; name=\"signature\"\r\nContent-Type: text/plain\r\n\r\n…\r\n--b"
            ),
            ("", ""), ("\"", "\""), ("%22token%22%3A", "%22token%22%3A"), ("\"token\"\r\n", "\"token\"\r\n"),
        ]
    )
    func showsNoSecret(body: String, shown: String) {
        #expect(ReceivedRequest.shown(Array(body.utf8)) == shown)
    }

    @Test(
        "reads the parameters of its URL",
        arguments: [
            ("https://h/a", []),
            ("https://h/a?", []),
            ("https://h/a?b=c%20d&e#f=g", ["b|c d", "e|"]),
            ("https://h/a#?b=c", []),
            ("", []),
        ] as [(String, [String])]
    )
    func readsParameters(url: String, parameters: [String]) {
        #expect(ReceivedRequest(url: url).query.fields.map { "\($0.name)|\($0.text)" } == parameters)
    }
}
