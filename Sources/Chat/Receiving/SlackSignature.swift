import Crypto
import Foundation
import Model

/// Slack's Events API: `X-Slack-Signature` is `v0=` and the hexadecimal HMAC-SHA256 of `v0:timestamp:body`.
///
/// A retry may be the first that reaches us, so `X-Slack-Retry-Num` is not looked at; `event_id` tells the second from the
/// first. Sources: https://docs.slack.dev/authentication/verifying-requests-from-slack,
/// https://docs.slack.dev/apis/events-api,
/// https://docs.slack.dev/reference/events/url_verification
struct SlackSignature: WebhookScheme {
    private let keys: [SharedSecret]
    private let tolerance: TimeInterval

    private static let kind = SecretKind(
        name: "Slack signing secret",
        form: "the 32 letters and digits under \"Signing Secret\" on the app's page \"Basic Information\"",
        mistaken: [("xox", "a token, which replies are sent with"), ("xapp-", "an app-level token")]
    )

    init(keys: [String], tolerance: TimeInterval) throws(ChannelKeyError) {
        self.keys = try SharedSecret.keys(keys, of: Self.kind)
        self.tolerance = tolerance
    }

    func judge(_ request: ReceivedRequest, at now: Date) throws(WebhookRefusal) -> WebhookVerdict {
        let time = try SignedTime(try request.sole("X-Slack-Request-Timestamp"))
        let signature = try request.sole("X-Slack-Signature")
        guard signature.beginsWithOctets(of: "v0=") else { throw .malformed }
        let code = try [UInt8](hexadecimal: signature.dropFirst(3))
        let pieces = [Array("v0:\(time.text):".utf8), request.body]
        guard keys.contains(where: { $0.signed(pieces, as: code, by: SHA256.self) }) else { throw .badSignature }
        try time.check(at: now, tolerance: tolerance)
        return Self.verdict(request.body)
    }

    private static func verdict(_ body: [UInt8]) -> WebhookVerdict {
        let envelope = try? JSONValue(parsing: body)
        if envelope?["type"]?.text == "url_verification", let challenge = envelope?["challenge"]?.text {
            return .answer(.text(200, challenge))
        }
        return .take(envelope?["event_id"]?.text.map(DeliveryIdentity.key) ?? .bytes, answer: .accepted)
    }
}
