import Foundation
import Model
import Testing

@testable import Chat

/// The field was written by requests 2.34.2 from PyPI.
@Suite("Mail from Postmark")
struct PostmarkTests {
    private static let key = "correct-horse-battery"
    private static let nextKey = "rotated-horse-battery"

    private static let sent = SentWebhook(
        provider: .postmark(user: "postmark"),
        keys: [key],
        request: ReceivedRequest(
            url: "https://shop.example/channels/mail",
            fields: [HeaderField(name: "Authorization", value: "Basic cG9zdG1hcms6Y29ycmVjdC1ob3JzZS1iYXR0ZXJ5")],
            body: Array(#"{"MessageID":"22c74902-a0c1-4511-804f2-341342852c90","RawEmail":"Subject: x"}"#.utf8)
        )
    )

    private static func with(_ what: String, _ expected: String, _ credentials: String) -> WebhookCase {
        sent.row(what, expected) {
            $0.set("Authorization", "Basic " + Data(credentials.utf8).base64EncodedString())
        }
    }

    private static let rows = [
        sent.row("as it was sent", "bytes 200"),
        sent.row("sent again ten hours later", "bytes 200", late: 36_000),
        sent.row("with another password", "bad-signature 401", keys: [nextKey]),
        sent.row("by the older of two passwords", "bytes 200", keys: [nextKey, key]),
        sent.row("by the newer of two passwords", "bytes 200", keys: [nextKey, key]) {
            $0.set("Authorization", "Basic cG9zdG1hcms6cm90YXRlZC1ob3JzZS1iYXR0ZXJ5")
        },
        sent.row("with the scheme in small letters", "bytes 200") {
            $0.set("authorization", "basic  cG9zdG1hcms6Y29ycmVjdC1ob3JzZS1iYXR0ZXJ5")
        },
        with("with another user", "bad-signature 401", "Postmark:correct-horse-battery"),
        with("with the password and more", "bad-signature 401", "postmark:correct-horse-battery1"),
        with("with the password only", "bad-signature 401", "correct-horse-battery"),
        with("with no password", "bad-signature 401", "postmark:"),
        sent.row("without password", "no-signature 401") { $0.set("Authorization", nil) },
        sent.row("with a token", "malformed 401") { $0.set("Authorization", "Bearer correct-horse-battery") },
        sent.row("with no base64", "malformed 401") { $0.set("Authorization", "Basic ###") },
        sent.row("with a scheme and nothing", "malformed 401") { $0.set("Authorization", "Basic") },
        sent.row("with two passwords", "malformed 401") { $0.add("Authorization", "Basic eA==") },
        sent.row("by GET", "wrong-method 405") { $0.method = "GET" },
    ]

    @Test("is told, and never refused with the 403 that would end it", arguments: rows)
    func isTold(row: WebhookCase) throws {
        #expect(try row.outcome() == row.expected)
    }

    @Test("is asked for the password where it did not bring it")
    func asks() throws {
        var sent = Self.sent
        sent.request.set("Authorization", nil)
        guard case .refuse(.noSignature, let answer) = try sent.verdict() else {
            Issue.record("not refused")
            return
        }
        #expect(answer.fields.values(of: "WWW-Authenticate") == [#"Basic realm="webhook", charset="UTF-8""#])
    }
}
