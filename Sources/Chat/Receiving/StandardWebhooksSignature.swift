import Crypto
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

    /// Signatures after so many are not looked at: each of them costs.
    private static let mostSignatures = 16

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
        guard signatures.contains(where: { signature in keys.contains { $0.signed(pieces, as: signature) } }) else {
            throw .badSignature
        }
        try time.check(at: now, tolerance: tolerance)
        return .take(.key(id), answer: .accepted)
    }

    /// Versions that are not known are left out: the next one shall not break receivers.
    private static func signatures(_ values: [String]) throws(WebhookRefusal) -> [VersionedSignature] {
        let entries = values.flatMap { $0.split(separator: " ") }
        if entries.isEmpty { throw .noSignature }
        let signatures = entries.prefix(mostSignatures).compactMap(VersionedSignature.init)
        if signatures.isEmpty { throw .malformed }
        return signatures
    }
}

/// `v1,base64` or `v1a,base64`
enum VersionedSignature {
    case shared([UInt8])
    case asymmetric([UInt8])

    init?(_ entry: Substring) {
        let parts = entry.split(separator: ",", maxSplits: 1)
        guard parts.count == 2, let octets = try? [UInt8](signature: parts[1]) else { return nil }
        switch parts[0] {
        case "v1": self = .shared(octets)
        case "v1a": self = .asymmetric(octets)
        default: return nil
        }
    }
}

extension WebhookKey {
    func signed(_ pieces: [[UInt8]], as signature: VersionedSignature) -> Bool {
        switch (self, signature) {
        case (.shared(let secret), .shared(let code)): secret.signed(pieces, as: code, by: SHA256.self)
        case (.asymmetric(let key), .asymmetric(let octets)):
            key.isValidSignature(octets, for: Array(pieces.joined()))
        default: false
        }
    }
}
