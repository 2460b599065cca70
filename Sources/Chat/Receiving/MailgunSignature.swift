import Crypto
import Foundation
import Model

/// Mailgun's routes: `signature` in the form is the hexadecimal HMAC-SHA256 of the fields `timestamp` and `token`.
///
/// The mail itself is not signed, so a token may come again with the same bytes only. Mail of a subaccount also carries the
/// signature of the account above it. Anything but 200 and 406 makes Mailgun try again, for 8 hours and with the time of the
/// first attempt; 406 is not answered.
/// Sources: https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks,
/// https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http
struct MailgunSignature: WebhookScheme {
    private let keys: [SharedSecret]
    private let tolerance: TimeInterval

    private static let kind = SecretKind(
        name: "signing key of Mailgun",
        form: "the 32 letters and digits under \"HTTP webhook signing key\" on the page \"API Security\"",
        mistaken: [("pubkey-", "the public key, which checks addresses")]
    )

    init(keys: [String], tolerance: TimeInterval) throws(ChannelKeyError) {
        self.keys = try SharedSecret.keys(keys, of: Self.kind)
        self.tolerance = tolerance
    }

    func judge(_ request: ReceivedRequest, at now: Date) throws(WebhookRefusal) -> WebhookVerdict {
        guard let form = try? FormBody(request) else { throw .malformed }
        guard let timestamp = form["timestamp"], let token = form["token"], !token.isEmpty else { throw .noSignature }
        let signatures = [form["signature"], form["parent-signature"]].compactMap(\.self)
        if signatures.isEmpty { throw .noSignature }
        let time = try SignedTime(timestamp)
        let pieces = [Array(time.text.utf8), Array(token.utf8)]
        guard try isSigned(pieces, by: signatures) else { throw .badSignature }
        try time.check(at: now, since: tolerance)
        return .take(.nonce(token), answer: .accepted)
    }

    private func isSigned(_ pieces: [[UInt8]], by signatures: [String]) throws(WebhookRefusal) -> Bool {
        let codes = signatures.compactMap { try? [UInt8](hexadecimal: $0) }
        if codes.isEmpty { throw .malformed }
        return codes.contains { code in keys.contains { $0.signed(pieces, as: code, by: SHA256.self) } }
    }
}
