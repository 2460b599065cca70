import Model
import Testing

@testable import Chat

@Suite("An update from Telegram")
struct TelegramTests {
    private static let key = "bot-webhook_secret-1"
    private static let nextKey = "bot-webhook_secret-2"
    private static let field = "X-Telegram-Bot-Api-Secret-Token"

    private static let sent = SentWebhook(
        provider: .telegram(TelegramChannel(mode: .webhook)),
        keys: [key],
        request: ReceivedRequest(
            url: "https://shop.example/channels/telegram",
            fields: [HeaderField(name: field, value: key)],
            body: Array(#"{"update_id":9007199254740993,"message":{"message_id":1,"text":"Hi"}}"#.utf8)
        )
    )

    private static let rows = [
        sent.row("as it was sent", "key 9007199254740993 200"),
        sent.row("sent again a day later", "key 9007199254740993 200", late: 86_400),
        sent.row("with another key", "bad-signature 401", keys: [nextKey]),
        sent.row("by the older of two keys", "key 9007199254740993 200", keys: [nextKey, key]),
        sent.row("with a changed letter in the secret", "bad-signature 401") { $0.set(field, "bot-webhook_secret-3") },
        sent.row("with the start of the secret", "bad-signature 401") { $0.set(field, "bot-webhook") },
        sent.row("with the secret and more", "bad-signature 401") { $0.set(field, key + "1") },
        sent.row("without secret", "no-signature 401") { $0.set(field, nil) },
        sent.row("with an empty secret", "no-signature 401") { $0.set(field, "") },
        sent.row("with two secrets", "malformed 401") { $0.add(field, "other") },
        sent.row("that is no JSON", "bytes 200") { $0.text = "{" },
        sent.row("without number", "bytes 200") { $0.text = #"{"update_id":"x"}"# },
        sent.row("with a fraction for a number", "bytes 200") { $0.text = #"{"update_id":1.5}"# },
        sent.row("with half of an emoji", "key 7 200") { $0.text = #"{"update_id":7,"text":"cut \ud83d"}"# },
        sent.row("by GET", "wrong-method 405") { $0.method = "GET" },
    ]

    @Test("is told", arguments: rows)
    func isTold(row: WebhookCase) throws {
        #expect(try row.outcome() == row.expected)
    }

    @Test("has no webhook where updates are asked for")
    func polls() throws {
        var sent = Self.sent
        sent.provider = .telegram(TelegramChannel(mode: .poll))
        sent.keys = []
        guard case .refuse(.noSignature, let answer) = try sent.verdict() else {
            Issue.record("taken")
            return
        }
        #expect(answer.status == 404)
    }
}
