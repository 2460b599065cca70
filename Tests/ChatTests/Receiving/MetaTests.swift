import Model
import Testing

@testable import Chat

/// Signed by the hmac module of Python 3.11: Meta has no library for it.
@Suite("A notification from Meta")
struct MetaTests {
    private static let key = "app5ecret0123456789abcdef0123456"
    private static let nextKey = "another5ecret0123456789abcdef012"
    private static let field = "X-Hub-Signature-256"
    private static let signature = "sha256=692e7f430299d196bdf5ea5be96ed2499ce0d0c450bc40cb6e66eaa315c903fb"
    private static let nextSignature = "sha256=d50739a4676418cadf157335d33013aadb24faf7c688fb1fa7d516998a437c72"
    private static let channel = MetaChannel(account: "1", verifyToken: .environment("TOKEN"))
    private static let url = "https://shop.example/channels/whatsapp"

    private static let sent = SentWebhook(
        provider: .whatsapp(channel),
        keys: [key],
        verifyToken: "meaty ham & hock",
        request: ReceivedRequest(
            url: url,
            fields: [HeaderField(name: field, value: signature)],
            body: Array(
                """
                {"object":"whatsapp_business_account",\
                "entry":[{"id":"1","changes":[{"value":{"text":"Gr\\u00fc\\u00dfe"}}]}]}
                """.utf8
            )
        )
    )

    private static let rows = [
        sent.row("as it was sent", "bytes 200"),
        sent.row("sent again a week later", "bytes 200", late: 7 * 86_400),
        sent.row("with another key", "bad-signature 401", keys: [nextKey]),
        sent.row("by the older of two keys", "bytes 200", keys: [nextKey, key]),
        sent.row("by the newer of two keys", "bytes 200", keys: [nextKey, key]) { $0.set(field, nextSignature) },
        sent.row("with a changed byte", "bad-signature 401") { $0.body[12] ^= 1 },
        sent.row("with its letters written otherwise", "bad-signature 401") {
            $0.text = $0.text.replacing("\\u00fc", with: "ü")
        },
        sent.row("without signature", "no-signature 401") { $0.set(field, nil) },
        sent.row("with the older kind of signature only", "no-signature 401") {
            $0.set(field, nil)
            $0.set("X-Hub-Signature", "sha1=00")
        },
        sent.row("with another hash", "malformed 401") { $0.set(field, "sha1=00") },
        sent.row("with no digits", "malformed 401") { $0.set(field, "sha256=xyz") },
        sent.row("with two signatures", "malformed 401") { $0.add(field, nextSignature) },
        sent.row("by DELETE", "wrong-method 405") { $0.method = "DELETE" },
    ]

    private static func handshake(_ what: String, _ expected: String, _ query: String) -> WebhookCase {
        sent.row(what, expected) { $0 = ReceivedRequest(method: "GET", url: url + query) }
    }

    private static let handshakes = [
        handshake(
            "that asks who we are",
            "answer 200",
            "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=meaty+ham+%26+hock"
        ),
        handshake(
            "that asks, in another order and with more in it",
            "answer 200",
            "?x=1&hub.verify_token=meaty%20ham%20%26%20hock&hub.mode=subscribe&hub.challenge=1#hub.mode=x"
        ),
        handshake(
            "that asks with another token",
            "bad-signature 401",
            "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=meaty+ham"
        ),
        handshake("that asks without token", "no-signature 401", "?hub.mode=subscribe&hub.challenge=1"),
        handshake("that asks nothing", "malformed 401", "?hub.mode=subscribe&hub.verify_token=meaty+ham+%26+hock"),
        handshake(
            "that asks for something else",
            "malformed 401",
            "?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=meaty+ham+%26+hock"
        ),
        handshake("that looks in", "no-signature 401", ""),
    ]

    @Test("is told", arguments: rows + handshakes)
    func isTold(row: WebhookCase) throws {
        #expect(try row.outcome() == row.expected)
    }

    @Test("is told for Messenger as for WhatsApp")
    func isToldForMessenger() throws {
        var sent = Self.sent
        sent.provider = .messenger(Self.channel)
        #expect(try sent.verdict() == .take(.bytes, answer: .accepted))
    }

    @Test("that asks who we are gets its challenge back as plain text")
    func answersChallenge() throws {
        let verdict = try Self.handshakes[0].sent.verdict()
        #expect(verdict == .answer(.text(200, "1158201444")))
    }

    @Test("says which methods there are where it came by another")
    func saysMethods() throws {
        guard case .refuse(.wrongMethod, let answer) = try Self.rows.last?.sent.verdict() else {
            Issue.record("not refused")
            return
        }
        #expect(answer.fields.values(of: "Allow") == ["GET, POST"])
    }
}
