import Model
import Testing

@testable import Chat

/// Signed by the hmac module of Python 3.11; the form with a file was written by requests 2.34.2 from PyPI.
@Suite("Mail from Mailgun")
struct MailgunTests {
    private static let key = "key-0123456789abcdef0123456789abcdef"
    private static let nextKey = "fedcba9876543210fedcba9876543210"
    private static let signature = "d469eb178a79518c7092ccaf41d83eedef6d43000b4f1bed392ba93a99083250"
    private static let nextSignature = "5dcf611911604fa09494526ecb87e840f43f23eb0ae63340b2ab2b1264ddd1a3"
    private static let token = "e0b5477167110d68991efc6b9f89f0a11066af27834600e123"
    private static let taken = "nonce \(token) 200"

    private static func form(signature: String = signature, timestamp: String = "1790000000") -> [UInt8] {
        Array("recipient=help%40shop.example&timestamp=\(timestamp)&token=\(token)&signature=\(signature)".utf8)
    }

    private static let sent = SentWebhook(
        provider: .mailgun,
        keys: [key],
        request: ReceivedRequest(
            url: "https://shop.example/channels/mail",
            fields: [HeaderField(name: "Content-Type", value: "application/x-www-form-urlencoded")],
            body: form()
        )
    )

    private static let multipart = sent.row("with a file", taken) {
        let boundary = "87a9b2bf401e38b449a129f5c56224f3"
        let field = "\r\n--\(boundary)\r\nContent-Disposition: form-data; name="
        $0.text = String(
            """
            \(field)"timestamp"\r\n\r\n1790000000\(field)"token"\r\n\r\n\(token)\(field)"signature"\r\n\r\n\(signature)\
            \(field)"attachment-1"; filename="ä.txt"\r\nContent-Type: text/plain\r\n\r\nGrüße\r\n--\(boundary)--\r\n
            """.dropFirst()
        )
        $0.set("Content-Type", "multipart/form-data; boundary=\(boundary)")
    }

    private static let rows = [
        sent.row("as it was sent", taken),
        multipart,
        multipart.sent.row("with a file, by another key", "bad-signature 401", keys: [nextKey]),
        multipart.sent.row("with a file, cut short", "malformed 401") { $0.body.removeLast(20) },
        sent.row("sent again", taken, late: 10),
        sent.row("with another key", "bad-signature 401", keys: [nextKey]),
        sent.row("by the older of two keys", taken, keys: [nextKey, key]),
        sent.row("by the newer of two keys", taken, keys: [nextKey, key]) { $0.body = form(signature: nextSignature) },
        sent.row("signed by the account above only", taken) {
            $0.body = form(signature: nextSignature) + Array("&parent-signature=\(signature)".utf8)
        },
        sent.row("with a changed signature", "bad-signature 401") { $0.body[$0.body.count - 1] ^= 1 },
        sent.row("with another token", "bad-signature 401") { $0.text = $0.text.replacing("token=e", with: "token=f") },
        sent.row("with another time", "bad-signature 401") { $0.body = form(timestamp: "1790000001") },
        // What is signed stays the same; only the time tells that the token is another.
        sent.row("with a digit moved from the time to the token", "stale-time 401") {
            $0.text = $0.text.replacing("1790000000&token=", with: "179000000&token=0")
        },
        // With the time, the token and the signature of the first attempt.
        sent.row("tried again 8 hours later", taken, late: 28_800),
        sent.row("as late as may be", taken, late: 32_400),
        sent.row("too late", "stale-time 401", late: 32_401),
        sent.row("as early as may be", taken, late: -300),
        sent.row("too early", "stale-time 401", late: -301),
        sent.row("without signature", "no-signature 401") { $0.text = "timestamp=1790000000&token=\(token)" },
        sent.row("without token", "no-signature 401") { $0.text = $0.text.replacing("token=", with: "x=") },
        sent.row("with an empty token", "no-signature 401") { $0.text = $0.text.replacing(token, with: "") },
        sent.row("without time", "no-signature 401") { $0.text = $0.text.replacing("timestamp=", with: "x=") },
        sent.row("with a time in words", "malformed 401") { $0.body = form(timestamp: "now") },
        sent.row("with no digits", "malformed 401") { $0.body = form(signature: "xyz") },
        sent.row("that is no form", "malformed 401") { $0.set("Content-Type", "application/json") },
        sent.row("without type", "malformed 401") { $0.set("Content-Type", nil) },
        sent.row("by GET", "wrong-method 405") { $0.method = "GET" },
    ]

    @Test("is told, and never refused with the 406 that would drop it", arguments: rows)
    func isTold(row: WebhookCase) throws {
        #expect(try row.outcome() == row.expected)
    }
}
