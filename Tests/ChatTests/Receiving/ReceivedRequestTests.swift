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
