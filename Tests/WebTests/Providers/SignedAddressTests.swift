import Foundation
import HummingbirdTesting
import Model
import Testing

@testable import Web

/// Signed by twilio 9.13.0 from PyPI for the addresses that it was told, which are those outside of a proxy.
@Suite("An address that Twilio signed")
struct SignedAddressTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var publicURL: String
        var path: String
        var signature: String
        var document: String?
        var status = 200

        var testDescription: String { "\(publicURL)\(path): \(status)" }
    }

    private static let message = """
        MessageSid=SM0123456789abcdef0123456789abcdef&SmsStatus=received&From=whatsapp%3A%2B4915112345678\
        &To=whatsapp%3A%2B14155238886&Body=Wo+bleibt+mein+P%C3%A4ckchen%3F+100%25+%2B+1&NumMedia=0
        """
    private static let plain = "lGb4qjRbzVU9aTKicTZa+Ro9HB0="
    private static let hash = "a07580ca401ecd56c4cf92ccdd3f88de1d1007990713988fe3e06728c624aa6c"
    private static let document = #"{"EventType":"onMessageAdded","Body":"Päckchen"}"#
    private static let signedDocument = "4TE9SQLD/PHLTijuZvzsHlud//Q="

    private static let rows = [
        Row(publicURL: "https://shop.example", path: "/channels/sms", signature: plain),
        Row(publicURL: "https://shop.example/", path: "/channels/sms", signature: plain),
        Row(publicURL: "https://shop.example:443", path: "/channels/sms", signature: plain),
        Row(publicURL: "https://other.example", path: "/channels/sms", signature: plain, status: 401),
        Row(publicURL: "http://shop.example", path: "/channels/sms", signature: plain, status: 401),
        Row(
            publicURL: "https://shop.example:8443",
            path: "/channels/sms?a=1&b=%C3%BC+x",
            signature: "NSGZM52oitgId5g8oYhE9xQ0I30="
        ),
        Row(
            publicURL: "https://shop.example",
            path: "/channels/sms?b=2&a=1",
            signature: "xf12uW+faquswcnFm5LzeHJJQiA="
        ),
        Row(
            publicURL: "https://shop.example",
            path: "/channels/sms?a=1&b=2",
            signature: "xf12uW+faquswcnFm5LzeHJJQiA=",
            status: 401
        ),
        Row(
            publicURL: "https://shop.example",
            path: "/channels/sms?bodySHA256=\(hash)",
            signature: signedDocument,
            document: document
        ),
        Row(
            publicURL: "https://shop.example",
            path: "/channels/sms?bodySHA256=\(hash)",
            signature: signedDocument,
            document: document + " ",
            status: 401
        ),
    ]

    @Test("is the one that the request is verified by, with its query octet for octet", arguments: rows)
    func isSigned(row: Row) async throws {
        let stand = try ProviderStand(
            .twilio(TwilioChannel(account: "AC1", sender: "whatsapp:+14155238886")),
            named: InboxName("sms")
        )
        try stand.write(key: "12345678901234567890123456789012")
        try await stand.application(publicURL: row.publicURL).test(.live) { client in
            let type = row.document == nil ? "x-www-form-urlencoded; charset=UTF-8" : "json"
            let sent = ProviderSample.Sent(
                fields: [
                    (name: "Content-Type", value: "application/\(type)"),
                    (name: "X-Twilio-Signature", value: row.signature),
                ],
                body: Array((row.document ?? Self.message).utf8)
            )
            let connection = try RawConnection(port: try #require(client.port))
            connection.write(sent.request(to: row.path))
            #expect(await connection.readToEnd()?.hasPrefix("HTTP/1.1 \(row.status) ") == true)
        }
        #expect(try await stand.kept().map(\.request.url) == (row.status == 200 ? [row.outside] : []))
    }
}

extension SignedAddressTests.Row {
    fileprivate var outside: String {
        (publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL) + path
    }
}
