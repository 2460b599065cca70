import Model
import Testing

/// A channel of one provider as it is configured, what the provider says when all is well and when it does not take the
/// token, and what a check says of it.
struct CheckedProvider: Sendable, CustomTestStringConvertible {
    static let hexadecimal = "0123456789abcdef0123456789abcdef"
    private static let shared = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
    private static let publicKey =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE+C0xq0tyikKg5+bMHBSNMLl8sVo3sa5LvaJ7WlVsRpqRd5DyBJQkjcvBo3KifS7HUs/inTduB3JQ"
        + "qyosU9xbKA=="

    var name: String
    var provider: @Sendable (_ url: String) -> ChannelProvider
    /// The environment variable `KEY`; nil for a channel that is called by nobody.
    var key: String? = hexadecimal
    var hasToken = true
    /// By what is in the request line.
    var good: [(String, String)] = []
    var bad: (status: Int, body: String) = (401, "{}")
    /// What is found where all is well: `in`, `list` or `out`, and words about it.
    var found: [(String, String)]

    var testDescription: String { name }

    func settings(at url: String) -> ChannelSettings {
        ChannelSettings(
            provider: provider(url),
            keys: key == nil ? [] : [.environment("KEY")],
            token: hasToken ? .environment("TOKEN") : nil,
            api: url
        )
    }

    var environment: [String: String] {
        ["KEY": key ?? "", "TOKEN": Self.shared, "VERIFY": "a word of ours"]
    }

    private static let meta = MetaChannel(account: "1065", verifyToken: .environment("VERIFY"))
    private static let address = "https://desk.test/channels/chat"

    static let all =
        chats + [
            CheckedProvider(
                name: "mailgun",
                provider: { _ in .mailgun },
                hasToken: false,
                found: [("in", "mailgun is expected at \(address)")]
            ),
            CheckedProvider(
                name: "postmark",
                provider: { _ in .postmark(user: "wavelength") },
                good: [("/messages/inbound", #"{"TotalCount":2,"InboundMessages":[]}"#)],
                bad: (401, #"{"ErrorCode":10,"Message":"Bad or missing Server API token."}"#),
                found: [("in", "postmark is expected at"), ("list", "2 mails of the last week did not get through")]
            ),
            CheckedProvider(
                name: "sendgrid",
                provider: { _ in .sendgrid },
                key: publicKey,
                hasToken: false,
                found: [("in", "sendgrid is expected at")]
            ),
            CheckedProvider(
                name: "feed",
                provider: { .feed(FeedChannel(url: "\($0)/feed/?all=1")) },
                key: nil,
                good: [("/feed/?all=1", #"[{"id":"1","person":"p","text":"Hello"}]"#)],
                found: [("in", "1 messages can be read"), ("out", "A feed is only read")]
            ),
            CheckedProvider(
                name: "widget",
                provider: { _ in .widget(WidgetChannel(origins: ["https://shop.test"], title: "")) },
                key: nil,
                hasToken: false,
                found: [("in", "https://desk.test/widget/chat.js")]
            ),
        ]

    private static let chats = [
        CheckedProvider(
            name: "webhook",
            provider: { .webhook(GenericChannel(replyURL: "\($0)/replies?k=1", replyKey: .environment("TOKEN"))) },
            key: shared,
            hasToken: false,
            found: [("in", "webhook is expected at \(address)"), ("out", "nothing was posted to try it")]
        ),
        CheckedProvider(
            name: "webhook without reply",
            provider: { _ in .webhook(GenericChannel()) },
            key: shared,
            hasToken: false,
            found: [("in", "webhook is expected at \(address)"), ("out", "it has no “reply”")]
        ),
        CheckedProvider(
            name: "slack",
            provider: { _ in .slack(SlackChannel()) },
            good: [("/auth.test", #"{"ok":true,"user":"desk","team":"Shop"}"#)],
            bad: (200, #"{"ok":false,"error":"invalid_auth"}"#),
            found: [("in", "slack is expected at"), ("out", "Slack knows the token as desk in Shop")]
        ),
        CheckedProvider(
            name: "telegram, polled",
            provider: { _ in .telegram(TelegramChannel(mode: .poll)) },
            key: nil,
            good: [
                ("/getWebhookInfo", #"{"ok":true,"result":{"url":"","pending_update_count":3}}"#),
                ("/getMe", #"{"ok":true,"result":{"username":"shop_bot"}}"#),
            ],
            bad: (401, #"{"ok":false,"error_code":401,"description":"Unauthorized"}"#),
            found: [("in", "3 updates wait there"), ("out", "the bot @shop_bot")]
        ),
        CheckedProvider(
            name: "telegram, by webhook",
            provider: { _ in .telegram(TelegramChannel(mode: .webhook)) },
            good: [
                ("/getWebhookInfo", #"{"ok":true,"result":{"url":"\#(address)","pending_update_count":0}}"#),
                ("/getMe", #"{"ok":true,"result":{"username":"shop_bot"}}"#),
            ],
            bad: (401, #"{"ok":false,"error_code":401,"description":"Unauthorized"}"#),
            found: [("in", "telegram is expected at"), ("list", "at this address"), ("out", "the bot @shop_bot")]
        ),
        CheckedProvider(
            name: "whatsapp",
            provider: { _ in .whatsapp(meta) },
            good: [("/v21.0/1065", #"{"display_phone_number":"+49 30","verified_name":"Shop"}"#)],
            bad: (401, #"{"error":{"code":190,"message":"expired"}}"#),
            found: [("in", "whatsapp is expected at"), ("out", "WhatsApp sends as Shop, +49 30")]
        ),
        CheckedProvider(
            name: "messenger",
            provider: { _ in .messenger(meta) },
            good: [("/v21.0/me", #"{"id":"1065","name":"Shop page"}"#)],
            bad: (401, #"{"error":{"code":190,"message":"expired"}}"#),
            found: [("in", "messenger is expected at"), ("out", "the page Shop page")]
        ),
        CheckedProvider(
            name: "twilio",
            provider: { _ in .twilio(TwilioChannel(account: "AC1", sender: "+4930")) },
            hasToken: false,
            good: [("/Accounts/AC1.json", #"{"friendly_name":"Shop","status":"active"}"#)],
            bad: (401, #"{"code":20003,"message":"Authenticate","status":401}"#),
            found: [("in", "twilio is expected at"), ("out", "Twilio knows the account Shop")]
        ),
    ]
}
