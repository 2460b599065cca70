import Crypto
import Foundation

/// A key that verifies Standard Webhooks: `whsec_` and 24 to 64 bytes that both sides know, or `whpk_` and the 32 bytes of
/// an ed25519 public key, in base64.
///
/// Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md, "Signature scheme".
enum WebhookKey: Sendable {
    case shared(SharedSecret)
    case asymmetric(Curve25519.Signing.PublicKey)

    init(_ text: String) throws(ChannelKeyError) {
        if text.hasPrefix("whsec_") {
            self = .shared(SharedSecret(try Self.sharedOctets(text)))
        } else if text.hasPrefix("whpk_") {
            let octets = Self.octets(text.dropFirst(5))
            guard let octets, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: octets) else {
                throw Self.wrong(
                    "starts with whpk_, but what follows is not the base64 of the 32 bytes of a public key"
                )
            }
            self = .asymmetric(key)
        } else if text.hasPrefix("whsk_") {
            throw Self.wrong("is the secret half of a pair, which only the sender has")
        } else {
            throw Self.wrong("starts with neither")
        }
    }

    /// - Parameter text: one that begins with `whsec_`.
    static func sharedOctets(_ text: String) throws(ChannelKeyError) -> [UInt8] {
        guard let octets = octets(text.dropFirst(6)) else {
            throw wrong("starts with whsec_, but what follows is not base64")
        }
        guard (24...64).contains(octets.count) else {
            throw wrong("starts with whsec_, but what follows is the base64 of \(octets.count) bytes")
        }
        return octets
    }

    /// Some senders leave the padding of the base64 away.
    static func octets(_ base64: Substring) -> [UInt8]? {
        let bare = base64.prefix { $0 != "=" }
        guard base64.utf8.count - bare.utf8.count <= 2 else { return nil }
        let padding = String(repeating: "=", count: (4 - bare.utf8.count % 4) % 4)
        return Data(base64Encoded: bare + padding).map(Array.init)
    }

    private static func wrong(_ what: String) -> ChannelKeyError {
        ChannelKeyError(
            """
            The key of the webhook \(what). It is "whsec_" and the base64 of 24 to 64 bytes, or "whpk_" and the base64 of an \
            ed25519 public key.
            """
        )
    }
}
