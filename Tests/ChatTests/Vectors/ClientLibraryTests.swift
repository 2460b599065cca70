import Crypto
import Foundation
import Model
import Testing

@testable import Chat

@Suite(
    "With the client libraries as the other side",
    .enabled(if: ClientLibraries.areInstalled || ClientLibraries.areRequired, ClientLibraries.missing)
)
struct ClientLibraryTests {
    /// Mailgun signs no mail, and Postmark nothing.
    private static let bodyless: Set = ["mailgun", "postmark"]
    private static let timeless: Set = ["postmark", "twilio", "whatsapp"]

    @Test("what they sign is taken, and refused once a byte has changed or it is too old", arguments: 1...4)
    func theySign(seed: Int) throws {
        let requests = try ClientLibraries.requests(seed: seed, of: 15)
        #expect(Set(requests.map(\.provider)).count == 7)
        var random = SplitMix(state: UInt64(seed))
        for sent in requests {
            let verifier = try sent.verifier()
            #expect(outcome(verifier.judge(sent.request, at: sent.date)) == sent.identity, "\(sent)")
            let window = ChannelSettings(provider: try sent.channelProvider()).tolerance
            let late = outcome(verifier.judge(sent.request, at: sent.date + window + 1))
            #expect(late == (Self.timeless.contains(sent.provider) ? sent.identity : "stale-time"), "\(sent)")
            var changed = sent.request
            changed.body[Int.random(in: changed.body.indices, using: &random)] ^= 1
            if !Self.bodyless.contains(sent.provider) {
                #expect(outcome(verifier.judge(changed, at: sent.date)) == "bad-signature", "\(sent)")
            }
        }
    }

    @Test("what we sign they take, and refuse once a byte has changed", arguments: 1...4)
    func weSign(seed: Int) throws {
        var random = SplitMix(state: UInt64(seed))
        let shared = try (0..<20).map { _ in try Self.sign(asymmetric: false, &random) }
        let asymmetric = try (0..<20).map { _ in try Self.sign(asymmetric: true, &random) }
        let sent = shared + asymmetric
        let changed = sent.map { request in
            var request = request
            request.body[request.body.startIndex] ^= 1
            return request
        }
        let verified = try ClientLibraries.verified(sent + changed)
        #expect(verified == sent.map { _ in true } + changed.map { _ in false })
    }

    private func outcome(_ verdict: WebhookVerdict) -> String {
        switch verdict {
        case .take(.bytes, _): "bytes"
        case .take(.key(let key), _): "key \(key)"
        case .take(.nonce(let nonce), _): "nonce \(nonce)"
        case .answer: "answer"
        case .refuse(let refusal, _): refusal.rawValue
        }
    }

    private static func sign(asymmetric: Bool, _ random: inout SplitMix) throws -> LibraryRequest {
        let secret = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        let letters = Array("abc {}\":,\u{0}\u{E9}中🙂").map(String.init)
        let text =
            "x"
            + (0..<Int.random(in: 0..<500, using: &random))
            .map { _ in letters[Int.random(in: letters.indices, using: &random)] }.joined()
        let at = Int64.random(in: 1_600_000_000..<2_000_000_000, using: &random)
        let signer = try WebhookSigner(key: (asymmetric ? "whsk_" : "whsec_") + Data(secret).base64EncodedString())
        let id = "msg_\(UInt64.random(in: 0...UInt64.max, using: &random))"
        let date = Date(timeIntervalSince1970: TimeInterval(at))
        return LibraryRequest(
            provider: "webhook",
            key: try asymmetric ? publicKey(secret) : "whsec_" + Data(secret).base64EncodedString(),
            url: "https://shop.example/",
            fields: try signer.fields(id: id, at: date, body: Array(text.utf8)).map { [$0.name, $0.value] },
            body: Data(text.utf8),
            identity: "key \(id)",
            at: at
        )
    }

    private static func publicKey(_ secret: [UInt8]) throws -> String {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: secret).publicKey
        return "whpk_" + key.rawRepresentation.base64EncodedString()
    }
}
