import Chat
import Crypto
import Foundation
import Model

extension ProviderSample {
    static let all = [
        webhook, slack, telegram, whatsapp, messenger, twilio, mailgun, postmark, sendgrid,
    ]

    /// The address that Twilio signs.
    static let publicURL = "https://desk.shop.example"

    private static let words = ["8f742231b10e8888abcd99yyyzzz85a5", "0123456789abcdef0123456789abcdef"]
    private static let json = (name: "Content-Type", value: "application/json")
    private static let form = (name: "Content-Type", value: "application/x-www-form-urlencoded")

    private static let webhook = ProviderSample(
        provider: .webhook(GenericChannel()),
        keys: words.map { "whsec_" + Data($0.utf8).base64EncodedString() },
        signed: { text, number, key, at in
            let body = Array(#"{"id":"m\#(number)","person":"ada","text":"\#(text)"}"#.utf8)
            let signer = try WebhookSigner(key: "whsec_" + Data(words[key].utf8).base64EncodedString())
            let fields = try signer.fields(id: "msg_\(number)", at: at, body: body)
            return Sent(fields: fields.map { (name: $0.name, value: $0.value) } + [json], body: body)
        },
        contradiction: .flagged,
        window: 300
    )

    private static let slack = ProviderSample(
        provider: .slack(SlackChannel()),
        keys: words,
        signed: { text, number, key, at in
            let event = #"{"type":"message","channel":"D1","user":"U1","ts":"\#(number).1","text":"\#(text)"}"#
            let body = #"{"type":"event_callback","event_id":"Ev\#(number)","event":\#(event)}"#
            let code = Self.code("v0:\(seconds(at)):\(body)", key)
            let fields = [
                json, (name: "X-Slack-Request-Timestamp", value: seconds(at)),
                (name: "X-Slack-Signature", value: "v0=\(code)"),
            ]
            return Sent(fields: fields, body: Array(body.utf8))
        },
        contradiction: .flagged,
        window: 300
    )

    private static let telegram = ProviderSample(
        provider: .telegram(TelegramChannel(mode: .webhook)),
        keys: words,
        signed: { text, number, key, _ in
            Sent(
                fields: [json, (name: "X-Telegram-Bot-Api-Secret-Token", value: words[key])],
                body: Array(#"{"update_id":\#(number),"message":{"text":"\#(text)"}}"#.utf8)
            )
        },
        contradiction: .flagged
    )

    private static let whatsapp = meta(ChannelProvider.whatsapp)
    private static let messenger = meta(ChannelProvider.messenger)

    private static func meta(_ provider: (MetaChannel) -> ChannelProvider) -> ProviderSample {
        ProviderSample(
            provider: provider(MetaChannel(account: "1", verifyToken: .environment("WORD"))),
            keys: words,
            signed: { text, number, key, _ in
                let body = #"{"object":"page","entry":[{"id":"\#(number)","text":"\#(text)"}]}"#
                let code = Self.code(body, key)
                let fields = [json, (name: "X-Hub-Signature-256", value: "sha256=\(code)")]
                return Sent(fields: fields, body: Array(body.utf8))
            },
            contradiction: .unseen
        )
    }

    private static let twilio = ProviderSample(
        provider: .twilio(TwilioChannel(account: "AC1", sender: "+4940123")),
        keys: words,
        signed: { text, number, key, _ in
            let values = "Body\(text)From+4917012345MessageSidSM\(number)"
            let code = HMAC<Insecure.SHA1>.authenticationCode(
                for: Data("\(publicURL)/channels/it\(values)".utf8),
                using: SymmetricKey(data: Data(words[key].utf8))
            )
            let body = "MessageSid=SM\(number)&From=%2B4917012345&Body=\(text)"
            let signature = (name: "X-Twilio-Signature", value: Data(code).base64EncodedString())
            return Sent(fields: [form, signature], body: Array(body.utf8))
        },
        contradiction: .flagged
    )

    /// The token and the time are signed, the mail is not.
    private static let mailgun = ProviderSample(
        provider: .mailgun,
        keys: words,
        signed: { text, number, key, at in
            let (time, token) = (seconds(at), "token\(number)")
            let code = Self.code(time + token, key)
            let mail = "From%3A+a%40b.example%0A%0A\(text)"
            let body =
                "timestamp=\(time)&token=\(token)&signature=\(code)&recipient=us%40shop.example&body-mime=\(mail)"
            return Sent(fields: [form], body: Array(body.utf8))
        },
        contradiction: .refused,
        window: 32_400
    )

    private static let postmark = ProviderSample(
        provider: .postmark(user: "hook"),
        keys: words,
        signed: { text, number, key, _ in
            let password = Data("hook:\(words[key])".utf8).base64EncodedString()
            let body = #"{"MessageID":"\#(number)","RawEmail":"From: a@b.example\n\n\#(text)"}"#
            return Sent(fields: [json, (name: "Authorization", value: "Basic \(password)")], body: Array(body.utf8))
        },
        contradiction: .unseen
    )

    private static let sendgrid = ProviderSample(
        provider: .sendgrid,
        keys: [1, 2].compactMap { try? secret($0).publicKey.derRepresentation.base64EncodedString() },
        signed: { text, number, key, at in
            let body = "email=From%3A+a%40b.example%0A%0A\(text)+\(number)"
            let signature = try secret(UInt8(key + 1)).signature(for: Data((seconds(at) + body).utf8)).derRepresentation
            let fields = [
                form, (name: "X-Twilio-Email-Event-Webhook-Timestamp", value: seconds(at)),
                (name: "X-Twilio-Email-Event-Webhook-Signature", value: signature.base64EncodedString()),
            ]
            return Sent(fields: fields, body: Array(body.utf8))
        },
        contradiction: .unseen,
        refused: 503,
        slow: 503,
        window: 262_800
    )
}

extension ProviderSample {
    private static func secret(_ number: UInt8) throws -> P256.Signing.PrivateKey {
        try P256.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 0, count: 31) + [number])
    }

    private static func seconds(_ time: Date) -> String {
        String(Int64(time.timeIntervalSince1970))
    }

    /// The HMAC-SHA256 in hexadecimal digits.
    private static func code(_ text: String, _ key: Int) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: Data(words[key].utf8)))
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
