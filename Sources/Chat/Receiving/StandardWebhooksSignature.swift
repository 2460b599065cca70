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
        guard keys.contains(where: { $0.signed(pieces, asAnyOf: signatures) }) else { throw .badSignature }
        try time.check(at: now, tolerance: tolerance)
        return .take(.key(id), answer: .accepted)
    }

    /// Versions that are not known are left out: the next one shall not break receivers.
    private static func signatures(_ values: [String]) throws(WebhookRefusal) -> [VersionedSignature] {
        let entries = values.flatMap { $0.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init) }
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
        let parts = entry.utf8.split(separator: UInt8(ascii: ","), maxSplits: 1).map(Substring.init)
        guard parts.count == 2, parts[0].utf8.count <= 3, let octets = try? [UInt8](signature: parts[1]) else {
            return nil
        }
        switch parts[0] {
        case "v1": self = .shared(octets)
        case "v1a": self = .asymmetric(octets)
        default: return nil
        }
    }

    /// The octets of an HMAC.
    var code: [UInt8]? {
        if case .shared(let octets) = self { octets } else { nil }
    }

    /// The octets of an ed25519 signature.
    var signature: [UInt8]? {
        if case .asymmetric(let octets) = self { octets } else { nil }
    }
}

extension WebhookKey {
    func signed(_ pieces: [[UInt8]], asAnyOf signatures: [VersionedSignature]) -> Bool {
        switch self {
        case .shared(let secret): return secret.signed(pieces, asAnyOf: signatures.compactMap(\.code), by: SHA256.self)
        case .asymmetric(let key):
            let own = signatures.compactMap(\.signature)
            if own.isEmpty { return false }
            let content = pieces.reduce(into: []) { $0 += $1 }
            return own.contains { key.isValidSignature($0, for: content) }
        }
    }
}
