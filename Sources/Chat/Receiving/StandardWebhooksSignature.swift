import Foundation
import Model

/// Standard Webhooks: `webhook-signature` holds any number of signatures of `id.timestamp.body`, `v1,` before an
/// HMAC-SHA256 and `v1a,` before an ed25519 signature, of which one has to be right.
///
/// The sender never gives up on a 401; it would on a 410, which is not answered.
/// Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
struct StandardWebhooksSignature: WebhookScheme {
    private let keys: [WebhookKey]
    private let tolerance: TimeInterval

    init(keys: [String], tolerance: TimeInterval) throws(ChannelKeyError) {
        self.keys = try ChannelKeyError.keys(keys, of: "key of the webhook") { (text) throws(ChannelKeyError) in
            try WebhookKey(text)
        }
        self.tolerance = tolerance
    }

    func judge(_ request: ReceivedRequest, at now: Date) throws(WebhookRefusal) -> WebhookVerdict {
        let id = try request.sole("webhook-id")
        let time = try SignedTime(try request.sole("webhook-timestamp"))
        let signatures = try Self.signatures(request.fields.values(of: "webhook-signature"))
        let pieces = [Array("\(id).\(time.text).".utf8), request.body]
        guard keys.contains(where: { signatures.contain($0, of: pieces) }) else { throw .badSignature }
        try time.check(at: now, tolerance: tolerance)
        return .take(.key(id), answer: .accepted)
    }

    /// Versions that are not known are left out: the next one shall not break receivers.
    private static func signatures(_ values: [String]) throws(WebhookRefusal) -> VersionedSignatures {
        let entries = values.flatMap { $0.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init) }
        if entries.isEmpty { throw .noSignature }
        let signatures = VersionedSignatures(entries)
        if signatures.isEmpty { throw .malformed }
        return signatures
    }
}
