import Model
import Testing

@testable import Chat

/// Signed by twilio 9.13.0 from PyPI.
@Suite("A request from Twilio")
struct TwilioTests {
    private static let key = "12345678901234567890123456789012"
    private static let nextKey = "abcdefghijklmnopqrstuvwxyz012345"
    private static let field = "X-Twilio-Signature"
    private static let url = "https://shop.example/channels/sms"
    private static let message = "SM0123456789abcdef0123456789abcdef"
    private static let taken = "key \(message)/received 200"

    private static let sent = SentWebhook(
        provider: .twilio(TwilioChannel(account: "AC1", sender: "whatsapp:+14155238886")),
        keys: [key],
        request: ReceivedRequest(
            url: url,
            fields: [
                HeaderField(name: "Content-Type", value: "application/x-www-form-urlencoded; charset=UTF-8"),
                HeaderField(name: field, value: "lGb4qjRbzVU9aTKicTZa+Ro9HB0="),
                HeaderField(name: "I-Twilio-Idempotency-Token", value: "8d2d3a5c-1"),
            ],
            body: Array(
                """
                MessageSid=\(message)&SmsStatus=received&From=whatsapp%3A%2B4915112345678&To=whatsapp%3A%2B14155238886\
                &Body=Wo+bleibt+mein+P%C3%A4ckchen%3F+100%25+%2B+1&NumMedia=0
                """.utf8
            )
        )
    )

    private static let rows = [
        sent.row("as it was sent", taken),
        sent.row("sent again under another token", taken) { $0.set("I-Twilio-Idempotency-Token", "8d2d3a5c-2") },
        sent.row("with another key", "bad-signature 401", keys: [nextKey]),
        sent.row("by the older of two keys", taken, keys: [nextKey, key]),
        sent.row("by the newer of two keys", taken, keys: [nextKey, key]) {
            $0.set(field, "1+MjCMT8b7k+MV5rJh32HDkwTXk=")
        },
        sent.row("with a changed byte", "bad-signature 401") {
            $0.text = $0.text.replacing("received", with: "receiveD")
        },
        sent.row("with a parameter more", "bad-signature 401") { $0.text += "&x=1" },
        sent.row("with its parameters in another order", taken) {
            $0.text = $0.text.split(separator: "&").reversed().joined(separator: "&")
        },
        sent.row("with a parameter twice", taken) { $0.text += "&NumMedia=0" },
        sent.row("with several values of one name", "key 8d2d3a5c-1 200") {
            $0.text = "b=2&b=1&B=x&a=%C3%A9&b=2"
            $0.set(field, "ZaF+t9cB2kOBSkrOf/7Wof2+zcE=")
        },
        sent.row("without signature", "no-signature 401") { $0.set(field, nil) },
        sent.row("with no base64", "malformed 401") { $0.set(field, "lGb4!") },
        sent.row("with two signatures", "malformed 401") { $0.add(field, "1+MjCMT8b7k+MV5rJh32HDkwTXk=") },
        sent.row("that is neither form nor vouched for", "malformed 401") { $0.set("Content-Type", "text/plain") },
        sent.row("by GET", "wrong-method 405") { $0.method = "GET" },
    ]

    private static func from(_ url: String, _ signature: String, received: String, _ expected: String) -> WebhookCase {
        sent.row("signed for \(url), received as \(received)", expected) {
            $0.url = received
            $0.set(field, signature)
        }
    }

    private static let withPort = "sG1OQ5BFKjZEbGjHOZ7PJmp1Tzw="
    private static let plain = "lGb4qjRbzVU9aTKicTZa+Ro9HB0="
    private static let ported = "https://shop.example:443/channels/sms"
    private static let other = "https://shop.example:8443/channels/sms?a=1&b=%C3%BC+x"
    private static let otherSignature = "NSGZM52oitgId5g8oYhE9xQ0I30="
    private static let user = "https://user:pass@shop.example/channels/sms"

    private static let urls = [
        from(ported, withPort, received: url, taken),
        from(ported, withPort, received: ported, taken),
        from(url, plain, received: ported, taken),
        from(url, plain, received: "https://shop.example:8443/channels/sms", taken),
        from(other, otherSignature, received: other, taken),
        from(
            other,
            otherSignature,
            received: "https://shop.example:8443/channels/sms?b=%C3%BC+x&a=1",
            "bad-signature 401"
        ),
        from(other, otherSignature, received: "https://shop.example:8443/channels/sms?a=1&b=ü+x", "bad-signature 401"),
        from("\(url)?b=2&a=1", "xf12uW+faquswcnFm5LzeHJJQiA=", received: "\(url)?b=2&a=1", taken),
        from("\(url)?b=2&a=1", "xf12uW+faquswcnFm5LzeHJJQiA=", received: url, "bad-signature 401"),
        from(
            "http://shop.example:80/channels/sms",
            "pgvkdVrrZzTf1PCf7RPlm46wlIE=",
            received: "http://shop.example/channels/sms",
            taken
        ),
        from(user, "05FDdUfLU1WkeGbHo6sdUxrrEuI=", received: user, taken),
        from(url, plain, received: user, taken),
        from(url, plain, received: "http://shop.example/channels/sms", "bad-signature 401"),
        from(url, plain, received: "https://shop.example/channels/sms/", "bad-signature 401"),
        from(url, plain, received: "/channels/sms", "bad-signature 401"),
    ]

    private static let hash = "a07580ca401ecd56c4cf92ccdd3f88de1d1007990713988fe3e06728c624aa6c"

    private static let document = sent.row("with JSON", "key 8d2d3a5c-1 200") {
        $0.url = "\(url)?bodySHA256=\(hash)"
        $0.text = #"{"EventType":"onMessageAdded","Body":"Päckchen"}"#
        $0.set("Content-Type", "application/json")
        $0.set(field, "4TE9SQLD/PHLTijuZvzsHlud//Q=")
    }

    private static let documents = [
        document,
        document.sent.row("with JSON and no token", "bytes 200") { $0.set("I-Twilio-Idempotency-Token", nil) },
        document.sent.row("with JSON that was changed", "bad-signature 401") { $0.body[3] ^= 1 },
        document.sent.row("with JSON and another hash", "bad-signature 401") {
            $0.url = "\(url)?bodySHA256=" + String(hash.reversed())
        },
        document.sent.row("with JSON and a hash that is none", "malformed 401") { $0.url = "\(url)?bodySHA256=xyz" },
        document.sent.row("with JSON that is called a form", "bad-signature 401") {
            $0.set("Content-Type", "application/x-www-form-urlencoded")
        },
    ]

    private static let settings = "X-Twilio-Webhooks-Signature-Settings"

    private static let algorithms = [
        sent.row("signed by SHA-256 with a key for webhooks", taken) {
            $0.set(field, "GMZN9sQQ1YmVEyceCNal3u6ofY89BgrTIueWlYi5t8I=")
            $0.set(settings, "key=webhooks_sharedkey_1, algorithm=hmac_sha256")
        },
        sent.row("signed by SHA-256 without saying so", "bad-signature 401") {
            $0.set(field, "GMZN9sQQ1YmVEyceCNal3u6ofY89BgrTIueWlYi5t8I=")
        },
        sent.row("signed by SHA-1, saying so", taken) { $0.set(settings, "algorithm=HMAC_SHA1") },
        sent.row("signed in a way to come", "malformed 401") { $0.set(settings, "algorithm=HMAC_SHA3") },
    ]

    @Test("is told", arguments: rows + urls + documents + algorithms)
    func isTold(row: WebhookCase) throws {
        #expect(try row.outcome() == row.expected)
    }

    @Test("is answered with TwiML that says nothing")
    func answersTwiML() throws {
        guard case .take(_, let answer) = try Self.sent.verdict() else {
            Issue.record("not taken")
            return
        }
        #expect(answer.fields.values(of: "Content-Type") == ["text/xml; charset=utf-8"])
        #expect(answer.body.hasSuffix("<Response/>"))
    }

    @Test(
        "may be signed for these forms of its URL",
        arguments: [
            ("https://[::1]/x", ["https://[::1]/x", "https://[::1]:443/x"]),
            ("https://[::1]:8443/x", ["https://[::1]:8443/x", "https://[::1]/x"]),
            ("HTTPS://shop.example?a=b:c", ["HTTPS://shop.example?a=b:c", "HTTPS://shop.example:443?a=b:c"]),
            ("http://u@h", ["http://u@h", "http://u@h:80", "http://h", "http://h:80"]),
            ("shop.example", ["shop.example"]),
            ("", [""]),
        ]
    )
    func hasForms(url: String, forms: [String]) {
        #expect(TwilioURLForms(url).all == forms)
    }
}
