import Foundation
import Model

/// Postmark signs nothing: the address of the webhook carries a user and a password, which come as basic authentication
/// (RFC 7617). `MessageID` is vouched for by nobody, so only the bytes tell a second delivery.
///
/// 403 would make Postmark give up and is not answered.
/// Sources: https://postmarkapp.com/developer/webhooks/webhooks-overview,
/// https://postmarkapp.com/support/article/understanding-inbound-webhook-retries-in-postmark
struct PostmarkPassword: WebhookScheme {
    private let credentials: [SecretWord]

    private static let kind = SecretKind(
        name: "password of the Postmark webhook",
        form: "what stands behind the colon in https://user:password@… as entered at Postmark",
        shortest: 8
    )

    init(user: String, keys: [String]) throws(ChannelKeyError) {
        guard !user.isEmpty, !user.contains(":") else {
            throw ChannelKeyError("The user of the Postmark webhook is empty or has a colon in it. It is a plain name.")
        }
        credentials = try ChannelKeyError.keys(keys, of: Self.kind.name) { (text) throws(ChannelKeyError) in
            try Self.kind.check(text)
            return SecretWord("\(user):\(text)".utf8)
        }
    }

    func judge(_ request: ReceivedRequest, at now: Date) throws(WebhookRefusal) -> WebhookVerdict {
        let parts = try request.sole("Authorization").utf8.split(separator: UInt8(ascii: " "))
            .map(Substring.init)
        guard parts.count == 2, parts[0].lowercased().hasOctets(of: "basic") else { throw .malformed }
        let given = try [UInt8](signature: parts[1])
        guard credentials.contains(where: { $0.isEqual(to: given) }) else { throw .badSignature }
        return .take(.bytes, answer: .accepted)
    }

    /// Some clients send a password only after they were asked for it (RFC 9110 §11.6.1).
    static func answer(to refusal: WebhookRefusal) -> WebhookAnswer {
        var answer = WebhookAnswer(refusing: refusal)
        if answer.status == 401 {
            let challenge = HeaderField(name: "WWW-Authenticate", value: #"Basic realm="webhook", charset="UTF-8""#)
            answer.fields.append(challenge)
        }
        return answer
    }
}
