import Model
import Testing

@testable import Chat

/// Signed by slack-sdk 3.47.0 from PyPI.
@Suite("An event from Slack")
struct SlackTests {
    private static let key = "8f742231b10e8888abcd99yyyzzz85a5"
    private static let nextKey = "0123456789abcdef0123456789abcdef"
    private static let signature = "v0=98c98961183d7240384b0bc2c72033a12f833574df92005194330e6f8158f1f8"
    private static let nextSignature = "v0=39d09b1f2118ab80cb82265bd26018957d12b2adbdbd2469faf72501a5e323ec"
    private static let taken = "key Ev08MFMKH6 200"

    private static let sent = SentWebhook(
        provider: .slack(SlackChannel()),
        keys: [key],
        request: ReceivedRequest(
            url: "https://shop.example/channels/slack",
            fields: [
                HeaderField(name: "X-Slack-Request-Timestamp", value: "1790000000"),
                HeaderField(name: "X-Slack-Signature", value: signature),
            ],
            body: Array(
                """
                {"type":"event_callback","event_id":"Ev08MFMKH6",\
                "event":{"type":"message","text":"Hallo, wo bleibt mein Päckchen?"}}
                """.utf8
            )
        )
    )

    private static let rows = [
        sent.row("as it was sent", taken),
        sent.row("sent again", taken) {
            $0.add("X-Slack-Retry-Num", "2")
            $0.add("X-Slack-Retry-Reason", "http_timeout")
        },
        sent.row("with another key", "bad-signature 401", keys: [nextKey]),
        sent.row("by the older of two keys", taken, keys: [nextKey, key]),
        sent.row("by the newer of two keys", taken, keys: [nextKey, key]) {
            $0.set("x-slack-signature", nextSignature)
        },
        sent.row("with a changed byte", "bad-signature 401") { $0.body[30] ^= 1 },
        sent.row("with another time", "bad-signature 401") { $0.set("X-Slack-Request-Timestamp", "1790000001") },
        sent.row("as late as may be", taken, late: 300),
        sent.row("too late", "stale-time 401", late: 300.5),
        sent.row("as early as may be", taken, late: -300),
        sent.row("too early", "stale-time 401", late: -301),
        sent.row("without signature", "no-signature 401") { $0.set("X-Slack-Signature", nil) },
        sent.row("without time", "no-signature 401") { $0.set("X-Slack-Request-Timestamp", nil) },
        sent.row("with a time in words", "malformed 401") { $0.set("X-Slack-Request-Timestamp", "now") },
        sent.row("with capital digits", taken) {
            $0.set("X-Slack-Signature", "v0=" + signature.dropFirst(3).uppercased())
        },
        sent.row("with a version that is not known", "malformed 401") { $0.set("X-Slack-Signature", "v1=00") },
        sent.row("with half a digit", "malformed 401") { $0.set("X-Slack-Signature", String(signature.dropLast())) },
        sent.row("with half a signature", "bad-signature 401") {
            $0.set("X-Slack-Signature", String(signature.prefix(35)))
        },
        sent.row("with no digits", "malformed 401") { $0.set("X-Slack-Signature", "v0=") },
        sent.row("with two signatures", "malformed 401") { $0.add("X-Slack-Signature", nextSignature) },
        sent.row("that is no JSON", "bytes 200") {
            $0.text = "payload=%7B%7D"
            $0.set("X-Slack-Signature", "v0=a342560a2b1503e79edddeb044243d34f1107f7657fa8df92377704cf04083fa")
        },
        sent.row("with half of an emoji", taken) {
            $0.text =
                #"{"type":"event_callback","event_id":"Ev08MFMKH6","event":{"type":"message","text":"cut \ud83d"}}"#
            $0.set("X-Slack-Signature", "v0=b08360569f14519f9bdc8f3d68a5e3582395aa7576498b9b5908e7d4b9223362")
        },
        sent.row("by GET", "wrong-method 405") { $0.method = "GET" },
    ]

    private static let challenge = sent.row("a challenge", "answer 200") {
        $0.text = """
            {"token":"Jhj5dZrVaK7ZwHHjRyZWjbDl","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P",\
            "type":"url_verification"}
            """
        $0.set("X-Slack-Signature", "v0=5e7132cd4067c96b7e7541c5256422f28478c43706e17553320fbcf67455ec63")
    }

    @Test("is told", arguments: rows)
    func isTold(row: WebhookCase) throws {
        #expect(try row.outcome() == row.expected)
    }

    @Test("that asks who we are gets its challenge back as plain text")
    func answersChallenge() throws {
        guard case .answer(let answer) = try Self.challenge.sent.verdict() else {
            Issue.record("not answered")
            return
        }
        #expect(answer.status == 200)
        #expect(answer.body == "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P")
        #expect(answer.fields.values(of: "Content-Type") == ["text/plain; charset=utf-8"])
    }

    @Test("that asks who we are is answered only once it is proven")
    func provesFirst() throws {
        var sent = Self.challenge.sent
        sent.keys = [Self.nextKey]
        #expect(try sent.verdict() == .refuse(.badSignature, answer: WebhookAnswer(refusing: .badSignature)))
        #expect(
            try Self.challenge.sent.verdict(late: 1_000)
                == .refuse(.staleTime, answer: WebhookAnswer(refusing: .badSignature))
        )
    }
}
