import Crypto
package import Foundation
package import Model

/// Signs what we send by the convention of Standard Webhooks.
///
/// Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
package struct WebhookSigner: Sendable {
    private enum Key {
        case shared(SymmetricKey)
        case asymmetric(Curve25519.Signing.PrivateKey)
    }

    private let key: Key

    /// - Parameter key: `whsec_` and the base64 of 24 to 64 bytes, which signs as `v1`; or `whsk_` and the base64 of an
    ///   ed25519 secret key, 32 bytes or with the public key behind it 64, which signs as `v1a`.
    package init(key text: String) throws(ChannelKeyError) {
        if text.hasPrefix("whsec_"), let octets = try? WebhookKey.sharedOctets(text) {
            key = .shared(SymmetricKey(data: octets))
        } else if text.hasPrefix("whsk_"), let octets = WebhookKey.octets(text.dropFirst(5)),
            let secret = Self.secretKey(octets)
        {
            key = .asymmetric(secret)
        } else {
            throw ChannelKeyError(
                """
                The key that signs replies cannot be used. It is "whsec_" and the base64 of 24 to 64 bytes, or "whsk_" and \
                the base64 of the 32 or 64 bytes of an ed25519 secret key.
                """
            )
        }
    }

    /// The three header fields of a request.
    /// - Parameters:
    ///   - id: the same at each attempt. Without a full stop, which divides what is signed.
    ///   - time: of this attempt.
    package func fields(id: String, at time: Date, body: [UInt8]) throws(ChannelKeyError) -> [HeaderField] {
        let timestamp = String(Int64(time.timeIntervalSince1970.rounded(.down)))
        return [
            HeaderField(name: "webhook-id", value: id),
            HeaderField(name: "webhook-timestamp", value: timestamp),
            HeaderField(name: "webhook-signature", value: try signature(Array("\(id).\(timestamp).".utf8) + body)),
        ]
    }

    private func signature(_ content: [UInt8]) throws(ChannelKeyError) -> String {
        switch key {
        case .shared(let key):
            return "v1," + Data(HMAC<SHA256>.authenticationCode(for: content, using: key)).base64EncodedString()
        case .asymmetric(let key):
            guard let signature = try? key.signature(for: content) else {
                throw ChannelKeyError("The ed25519 key that signs replies does not sign.")
            }
            return "v1a," + signature.base64EncodedString()
        }
    }

    /// Of 64 bytes the second half has to be the public key of the first: anything else is another kind of key.
    private static func secretKey(_ octets: [UInt8]) -> Curve25519.Signing.PrivateKey? {
        guard octets.count == 32 || octets.count == 64,
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: octets.prefix(32))
        else { return nil }
        return octets.count == 32 || Array(key.publicKey.rawRepresentation) == octets.suffix(32) ? key : nil
    }
}
