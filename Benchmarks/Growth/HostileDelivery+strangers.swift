import Chat
import Foundation
import Model

extension HostileDelivery {
    /// The body at the verifier of a channel, from somebody without a key.
    private static func stranger(
        _ name: String,
        _ provider: ChannelProvider,
        _ key: String,
        _ fields: [HeaderField],
        _ make: @escaping @Sendable (Int) -> [UInt8]
    ) -> HostileDelivery? {
        let settings = ChannelSettings(provider: provider)
        guard let verifier = try? WebhookVerifier(settings, keys: [key, key + key], verifyToken: "t") else {
            return nil
        }
        let now = Date(timeIntervalSince1970: 1_790_000_000)
        return HostileDelivery("stranger at \(provider.name): \(name)", make) { body in
            let request = ReceivedRequest(url: "https://a.example/channels/a", fields: fields, body: body)
            return verifier.judge(request, at: now) != .refuse(.noSignature, answer: WebhookAnswer(401))
        }
    }

    private static func field(_ name: String, _ value: String) -> HeaderField {
        HeaderField(name: name, value: value)
    }

    private static let form = field("Content-Type", "application/x-www-form-urlencoded")
    private static let code = String(repeating: "0", count: 64)
    private static let word = "0123456789abcdef0123456789abcdef"

    private static let accents = "\u{301}\u{316}"

    private static let inAccents: [HostileDelivery?] = [
        stranger(
            "a name of accents",
            .mailgun,
            word,
            [form],
            around("timestamp=1&token=t&signature=00&a", accents, "")
        ),
        stranger("many headers of accents", .mailgun, word, [field("Content-Type", "multipart/form-data; boundary=f")])
        {
            let name = String(repeating: accents, count: 1_500)
            let disposition = "Content-Disposition: form-data; name=a\(name)#"
            return HostileMail.repeated("--f\r\na\(name): b\r\n\(disposition)\r\n\r\nb\r\n", to: $0)
        },
    ]

    static let strangers: [HostileDelivery] =
        (inAccents + [
            stranger(
                "many signatures",
                .webhook(GenericChannel()),
                "whsec_" + Data(word.utf8).base64EncodedString(),
                [
                    field("webhook-id", "a"), field("webhook-timestamp", "1790000000"),
                    field("webhook-signature", String(repeating: "v1,AAAA v1a,AAAA ", count: 100)),
                ],
                around("", "x", "")
            ),
            stranger(
                "a long body",
                .slack(SlackChannel()),
                word,
                [field("X-Slack-Request-Timestamp", "1790000000"), field("X-Slack-Signature", "v0=\(code)")],
                around("", "x", "")
            ),
            stranger(
                "many fields",
                .twilio(TwilioChannel(account: "A", sender: "+1")),
                word,
                [form, field("X-Twilio-Signature", "AAAA")],
                around("", "a#=b&", "")
            ),
            stranger(
                "fields that are alike",
                .twilio(TwilioChannel(account: "A", sender: "+1")),
                word,
                [form, field("X-Twilio-Signature", "AAAA")],
                { size in
                    let value = String(repeating: "x", count: size / 1_000)
                    return Array((0..<1_000).map { "a=\(value)\($0 * 7_919 % 1_000)" }.joined(separator: "&").utf8)
                }
            ),
            stranger(
                "many fields",
                .mailgun,
                word,
                [form],
                around("timestamp=1790000000&token=t&signature=00", "&a#=b", "")
            ),
            stranger(
                "a long body",
                .whatsapp(MetaChannel(account: "1", verifyToken: .environment("V"))),
                word,
                [field("X-Hub-Signature-256", "sha256=\(code)")],
                around("", "x", "")
            ),
            stranger(
                "a long token",
                .mailgun,
                word,
                [form],
                around("timestamp=1790000000&signature=00&token=", "x", "")
            ),
        ]).compactMap(\.self)
}
