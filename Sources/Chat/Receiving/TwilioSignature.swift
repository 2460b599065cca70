import Crypto
import Foundation
import Model

/// Twilio: `X-Twilio-Signature` is the base64 of an HMAC, keyed by the account's auth token, of the URL and the parameters
/// of the form. Of a body that is no form, the URL carries the SHA-256 in `bodySHA256`.
///
/// Sources: https://www.twilio.com/docs/usage/webhooks/webhooks-security,
/// https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides (`I-Twilio-Idempotency-Token`)
struct TwilioSignature: WebhookScheme {
    private let keys: [SharedSecret]

    private static let kind = SecretKind(
        name: "auth token of Twilio",
        form: "the 32 letters and digits under \"Auth Token\" on the console's page \"Account Info\"",
        mistaken: [("AC", "the SID of an account"), ("SK", "the SID of an API key")]
    )

    init(keys: [String]) throws(ChannelKeyError) {
        self.keys = try SharedSecret.keys(keys, of: Self.kind)
    }

    func judge(_ request: ReceivedRequest, at now: Date) throws(WebhookRefusal) -> WebhookVerdict {
        let code = try [UInt8](signature: try request.sole("X-Twilio-Signature"))
        let form = try Self.signedForm(request)
        let parameters = Self.parameters(form)
        let isSHA256 = try Self.isSHA256(request)
        let isSigned = TwilioURLForms(request.url).all.contains { url in
            let pieces = [Array(url.utf8), parameters]
            return keys.contains {
                isSHA256
                    ? $0.signed(pieces, as: code, by: SHA256.self)
                    : $0.signed(pieces, as: code, by: Insecure.SHA1.self)
            }
        }
        guard isSigned else { throw .badSignature }
        return .take(Self.identity(form, request), answer: Self.emptyReply)
    }

    /// The form whose parameters are signed; an empty one where the URL, which is signed, vouches for the bytes.
    private static func signedForm(_ request: ReceivedRequest) throws(WebhookRefusal) -> FormBody {
        if let form = try? FormBody(request) { return form }
        guard let stated = request.query["bodySHA256"] else { throw .malformed }
        guard SHA256.hash(data: request.body) == (try [UInt8](hexadecimal: stated)) else { throw .badSignature }
        return FormBody(fields: [])
    }

    /// Names and values without anything between them, sorted by their octets, what is there twice only once.
    private static func parameters(_ form: FormBody) -> [UInt8] {
        let pairs = form.fields.map { (name: Array($0.name.utf8), value: Array($0.bytes)) }
        let sorted = pairs.sorted {
            $0.name == $1.name
                ? $0.value.lexicographicallyPrecedes($1.value) : $0.name.lexicographicallyPrecedes($1.name)
        }
        var parameters: [UInt8] = []
        for (index, pair) in sorted.enumerated() where index == 0 || sorted[index - 1] != pair {
            parameters += pair.name + pair.value
        }
        return parameters
    }

    /// Keys that are shared for webhooks only sign by SHA-256, and say so:
    /// `X-Twilio-Webhooks-Signature-Settings: key=…,algorithm=HMAC_SHA256`.
    private static func isSHA256(_ request: ReceivedRequest) throws(WebhookRefusal) -> Bool {
        let settings = request.fields.values(of: "X-Twilio-Webhooks-Signature-Settings").joined(separator: ",")
        guard settings.utf8.count <= 1_000 else { throw .malformed }
        let named = settings.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            .first { $0.hasPrefix("algorithm=") }?.dropFirst(10).uppercased()
        switch named {
        case nil, "", "HMAC_SHA1": return false
        case "HMAC_SHA256": return true
        default: throw .malformed
        }
    }

    /// The message and its state, which are signed, rather than the token of the delivery, which is not; that where no
    /// message is named.
    private static func identity(_ form: FormBody, _ request: ReceivedRequest) -> DeliveryIdentity {
        if let message = form["MessageSid"] ?? form["SmsSid"], !message.isEmpty {
            let state = form["MessageStatus"] ?? form["SmsStatus"]
            return .key([message, state].compactMap(\.self).joined(separator: "/"))
        }
        return request.fields.values(of: "I-Twilio-Idempotency-Token").first.map(DeliveryIdentity.key) ?? .bytes
    }

    /// TwiML that sends nothing back. Source: https://www.twilio.com/docs/messaging/twiml
    private static let emptyReply = WebhookAnswer(
        200,
        fields: [HeaderField(name: "Content-Type", value: "text/xml; charset=utf-8")],
        body: #"<?xml version="1.0" encoding="UTF-8"?><Response/>"#
    )
}
