import Crypto
import Foundation
import Model

/// WhatsApp Cloud and Messenger: `X-Hub-Signature-256` is `sha256=` and the hexadecimal HMAC-SHA256 of the body, keyed by
/// the app's secret. A GET asks whether we are who was configured.
///
/// No time and no number is signed, and one delivery may hold a thousand messages: only the bytes tell a second one.
/// Source: https://developers.facebook.com/docs/graph-api/webhooks/getting-started
struct MetaSignature: WebhookScheme {
    let methods = ["GET", "POST"]

    private let keys: [SharedSecret]
    private let verifyToken: SecretWord

    private static let kind = SecretKind(
        name: "app secret of Meta",
        form: "the 32 letters and digits under \"App secret\" on the app's page \"Basic settings\"",
        mistaken: [("EAA", "an access token, which replies are sent with")]
    )

    init(keys: [String], verifyToken: String?) throws(ChannelKeyError) {
        self.keys = try SharedSecret.keys(keys, of: Self.kind)
        guard let verifyToken, !verifyToken.isEmpty else {
            throw ChannelKeyError(
                "The verify token is missing. It is the text entered beside the address of the webhook."
            )
        }
        self.verifyToken = SecretWord(verifyToken.utf8)
    }

    func judge(_ request: ReceivedRequest, at now: Date) throws(WebhookRefusal) -> WebhookVerdict {
        if request.method == "GET" { return .answer(try handshake(request.query)) }
        let signature = try request.sole("X-Hub-Signature-256")
        guard signature.beginsWithOctets(of: "sha256=") else { throw .malformed }
        let code = try [UInt8](hexadecimal: signature.dropFirst(7))
        guard keys.contains(where: { $0.signed([request.body], as: code, by: SHA256.self) }) else {
            throw .badSignature
        }
        return .take(.bytes, answer: .accepted)
    }

    private func handshake(_ query: FormBody) throws(WebhookRefusal) -> WebhookAnswer {
        guard let token = query.field("hub.verify_token") else { throw .noSignature }
        guard verifyToken.isEqual(to: token.bytes) else { throw .badSignature }
        guard query["hub.mode"] == "subscribe", let challenge = query["hub.challenge"] else { throw .malformed }
        return .text(200, challenge)
    }
}
