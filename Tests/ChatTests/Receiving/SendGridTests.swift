import Model
import Testing

@testable import Chat

/// Signed by cryptography 50.0.2 and confirmed by sendgrid 6.12.5, from PyPI.
@Suite("Mail from SendGrid")
struct SendGridTests {
    private static let key =
        """
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEPtETt4g7TFkGODedsMIc2hZ0LtAlUEi/QzOR03S8IdGQmSCazMTIoiTIQ6+k9MaKCQ0E2l6Y\
        idri+O786Co3QA==
        """
    private static let nextKey =
        """
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEwN0kGlDUj5n8x6GGptROB2PskEeOHe+ONvXE6VDWevuChnMuqWVIuEGnzcbqwGLY2njlfOA+\
        otYMvNFr2MrsbA==
        """
    private static let signature =
        "MEQCIDRAsz5EvUiDIAeblJO9vTevx73e9RCG1ac3jw97IOUcAiAef0HPsewfr0HpKWvaCeC3ThbU9Xc8ZySK11JUoseeqg=="
    private static let nextSignature =
        "MEYCIQDmrxaSMGYk4Bv1c8NZSaqPz3MhY2GtPmIfWPaMHGyKNAIhAI5QoZDvF5MXsM+8msFUUywTmLCE7Y1UGGdsM3kmdbK3"
    private static let signed = "X-Twilio-Email-Event-Webhook-Signature"
    private static let time = "X-Twilio-Email-Event-Webhook-Timestamp"

    private static let sent = SentWebhook(
        provider: .sendgrid,
        keys: [key],
        request: ReceivedRequest(
            url: "https://shop.example/channels/mail",
            fields: [
                HeaderField(name: "Content-Type", value: "multipart/form-data; boundary=xYzZY"),
                HeaderField(name: signed, value: signature),
                HeaderField(name: time, value: "1790000000"),
            ],
            body: Array(
                """
                --xYzZY\r\nContent-Disposition: form-data; name="email"\r\n\r\nSubject: x\r\n\r\nHi\r\n--xYzZY--\r\n
                """.utf8
            )
        )
    )

    private static let rows = [
        sent.row("as it was sent", "bytes 200"),
        sent.row("sent again", "bytes 200", late: 60),
        sent.row("with another key", "bad-signature 503", keys: [nextKey]),
        sent.row("by the older of two keys", "bytes 200", keys: [nextKey, key]),
        sent.row("by the newer of two keys", "bytes 200", keys: [nextKey, key]) { $0.set(signed, nextSignature) },
        sent.row(
            "by a key that was copied with line ends",
            "bytes 200",
            keys: ["  \(key.prefix(64))\r\n\(key.dropFirst(64))\n"]
        ),
        sent.row("with a changed byte", "bad-signature 503") { $0.body[70] ^= 1 },
        sent.row("with another time", "bad-signature 503") { $0.set(time, "1790000001") },
        sent.row("tried again three days later", "bytes 200", late: 259_200),
        sent.row("as late as may be", "bytes 200", late: 262_800),
        sent.row("too late", "stale-time 503", late: 262_801),
        sent.row("as early as may be", "bytes 200", late: -300),
        sent.row("too early", "stale-time 503", late: -301),
        sent.row("without signature", "no-signature 503") { $0.set(signed, nil) },
        sent.row("without time", "no-signature 503") { $0.set(time, nil) },
        sent.row("with a time in words", "malformed 503") { $0.set(time, "now") },
        sent.row("with no base64", "malformed 503") { $0.set(signed, "###") },
        sent.row("with base64 of something else", "malformed 503") { $0.set(signed, "AAAA") },
        sent.row("with two signatures", "malformed 503") { $0.add(signed, nextSignature) },
        sent.row("by GET", "wrong-method 405") { $0.method = "GET" },
    ]

    @Test("is told, and never refused with a status that would drop it", arguments: rows)
    func isTold(row: WebhookCase) throws {
        #expect(try row.outcome() == row.expected)
    }
}
