import Crypto
import Foundation
import Model

/// SendGrid's Inbound Parse with a security policy: an ECDSA signature (P-256, SHA-256) of the timestamp and the body.
///
/// Sources: https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/securing-your-parse-webhooks,
/// https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features
struct SendGridSignature: WebhookScheme {
    private let keys: [P256.Signing.PublicKey]
    private let tolerance: TimeInterval

    init(keys: [String], tolerance: TimeInterval) throws(ChannelKeyError) {
        self.keys = try ChannelKeyError.keys(keys, of: "public key of SendGrid") { (text) throws(ChannelKeyError) in
            try Self.key(text)
        }
        self.tolerance = tolerance
    }

    func judge(_ request: ReceivedRequest, at now: Date) throws(WebhookRefusal) -> WebhookVerdict {
        let time = try SignedTime(try request.sole("X-Twilio-Email-Event-Webhook-Timestamp"))
        let octets = try [UInt8](signature: try request.sole("X-Twilio-Email-Event-Webhook-Signature"))
        guard let signature = try? P256.Signing.ECDSASignature(derRepresentation: octets) else { throw .malformed }
        var hash = SHA256()
        hash.update(data: Array(time.text.utf8))
        hash.update(data: request.body)
        let digest = hash.finalize()
        guard keys.contains(where: { $0.isValidSignature(signature, for: digest) }) else { throw .badSignature }
        try time.check(at: now, since: tolerance)
        return .take(.bytes, answer: .accepted)
    }

    /// Neither 401 nor 408: SendGrid drops mail at once and without a word on any 4xx, and tries for 72 hours on 5xx. A key
    /// that was entered wrongly, or a slow line, must not destroy mail. What is too large will be so the next time as well.
    /// Source: https://support.sendgrid.com/hc/en-us/articles/46513815674395-Understanding-Inbound-Parse-Webhook-Retry-Logic
    static func answer(to refusal: WebhookRefusal) -> WebhookAnswer {
        refusal == .oversized ? WebhookAnswer(refusing: refusal) : .later(300, "not taken")
    }

    /// Spaces and line ends may have come along when it was copied.
    private static func key(_ text: String) throws(ChannelKeyError) -> P256.Signing.PublicKey {
        let base64 = text.filter { !$0.isWhitespace }
        if let data = Data(base64Encoded: base64), let key = try? P256.Signing.PublicKey(derRepresentation: data) {
            return key
        }
        throw ChannelKeyError(
            """
            The public key of SendGrid is not the base64 of a P-256 public key. It is one line that starts with "MFkw", as \
            public_key in the answer that made the security policy.
            """
        )
    }
}
