import Foundation
import Model
import Testing

@testable import Chat

/// The expected signatures are standardwebhooks 1.1.0's (v1) and cryptography 50.0.2's (v1a), from PyPI.
@Suite("What we sign")
struct WebhookSignerTests {
    private static let body = Array(#"{"id":"m1","text":"Where is my order? Grüße","person":"ada"}"#.utf8)
    private static let id = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W"

    @Test("carries the fields of Standard Webhooks, in whole seconds")
    func carriesFields() throws {
        let signer = try WebhookSigner(key: "whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=")
        let fields = try signer.fields(id: Self.id, at: Date(timeIntervalSince1970: 1_790_000_000.9), body: Self.body)
        #expect(fields.map(\.name) == ["webhook-id", "webhook-timestamp", "webhook-signature"])
        #expect(fields.map(\.value) == [Self.id, "1790000000", "v1,IZU6OrAhMpmY+g4UwF+3H8ccZjU9l9/hADmq/PfYap8="])
    }

    @Test(
        "by ed25519 is what its public key verifies",
        arguments: [
            "whsk_BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=",
            "whsk_BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwfqSmxj4pxSCr71UHsTLsX5lUd2rr6+e5JCHuppFEbSLA==",
        ]
    )
    func signsByEd25519(key: String) throws {
        let now = Date(timeIntervalSince1970: 1_790_000_000)
        let fields = try WebhookSigner(key: key).fields(id: Self.id, at: now, body: Self.body)
        let verifier = try WebhookVerifier(
            ChannelSettings(provider: .webhook(GenericChannel())),
            keys: ["whpk_6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw="],
            verifyToken: nil
        )
        let request = ReceivedRequest(url: "https://shop.example/", fields: fields, body: Self.body)
        #expect(verifier.judge(request, at: now) == .take(.key(Self.id), answer: .accepted))
        #expect(fields.last?.value.hasPrefix("v1a,") == true)
    }

    @Test(
        "needs a key that can sign",
        arguments: [
            "", "whsec_", "whsec_c2hvcnQ=", "whsk_", "whsk_c2hvcnQ=", "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=",
            "whpk_6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=",
            "whsk_" + String(repeating: "BwcH", count: 21) + "Bw==",
        ]
    )
    func needsKey(key: String) {
        #expect(throws: ChannelKeyError.self) { try WebhookSigner(key: key) }
    }
}
