import Crypto
import Foundation
package import Model

/// The Message-IDs of our own mail: they name the conversation and carry a MAC, so that an answer finds its
/// conversation and nobody can steer mail into a conversation by guessing.
///
/// `wl.<conversation>.<nonce>.<mac>@<domain>`, all lower case (some systems fold the case of identifiers). The MAC is
/// HMAC-SHA-256 (RFC 2104), cut to 128 bits as RFC 2104 §5 allows.
package struct MessageToken: Sendable {
    private let key: SymmetricKey

    /// - Parameter secret: at least 32 octets that stay the same for the life of the store.
    package init(secret: [UInt8]) {
        key = SymmetricKey(data: secret)
    }

    /// A Message-ID, without angle brackets, for a new mail in a conversation.
    package func mint(_ conversation: Conversation.ID, nonce: UInt64, domain: String) -> String {
        let part = "\(String(conversation.rawValue, radix: 36)).\(String(nonce, radix: 36))"
        return "wl.\(part).\(mac(of: "message-id", part))@\(domain)"
    }

    /// The conversation that a Message-ID names, if it is ours and its MAC is right.
    package func verify(_ messageID: String) -> Conversation.ID? {
        let local = messageID.lowercased().split(separator: "@", maxSplits: 1)[safe: 0] ?? ""
        let parts = local.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "wl", let number = Int64(parts[1], radix: 36), number > 0,
            isMAC(parts[3], of: "message-id", "\(parts[1]).\(parts[2])")
        else { return nil }
        return Conversation.ID(rawValue: number)
    }

    /// The value of the loop header that automatic mail carries (RFC 3834 §6).
    package func loopMark(nonce: UInt64) -> String {
        let text = String(nonce, radix: 36)
        return "\(text).\(mac(of: "loop", text))"
    }

    /// Whether a loop header's value is ours. An unsigned or forged copy proves nothing (rule N10).
    package func verifyLoopMark(_ value: String) -> Bool {
        let parts = value.trimmingCharacters(in: .whitespaces).lowercased().split(separator: ".")
        guard parts.count == 2 else { return false }
        return isMAC(parts[1], of: "loop", String(parts[0]))
    }

    func mac(of purpose: String, _ text: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("\(purpose):\(text)".utf8), using: key)
        return code.prefix(16).hexadecimal
    }

    func isMAC(_ given: Substring, of purpose: String, _ text: String) -> Bool {
        let expected = Array(mac(of: purpose, text).utf8)
        let given = Array(given.utf8)
        guard given.count == expected.count else { return false }
        // Every octet is compared, so that the time taken tells nothing about where the first difference is.
        return zip(given, expected).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
