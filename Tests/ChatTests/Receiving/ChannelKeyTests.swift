import Model
import Testing

@testable import Chat

@Suite("The key of a channel")
struct ChannelKeyTests {
    private static let meta = ChannelProvider.whatsapp(MetaChannel(account: "1", verifyToken: .environment("TOKEN")))
    private static let twilio = ChannelProvider.twilio(TwilioChannel(account: "AC1", sender: "+1"))
    private static let telegram = ChannelProvider.telegram(TelegramChannel(mode: .webhook))
    private static let webhook = ChannelProvider.webhook(GenericChannel())

    struct Wrong: Sendable, CustomTestStringConvertible {
        var provider: ChannelProvider
        var key: String
        /// Part of the sentence that says what is wrong.
        var says: String

        init(_ provider: ChannelProvider, _ key: String, _ says: String) {
            self.provider = provider
            self.key = key
            self.says = says
        }

        var testDescription: String { "\(key): \(says)" }
    }

    private static let wrong = [
        Wrong(webhook, "c2VjcmV0LXRoYXQtaXMtbG9uZy1lbm91Z2g=", "starts with neither"),
        Wrong(webhook, "whsec_c2hvcnQgc2VjcmV0", "base64 of 12 bytes"),
        Wrong(webhook, "whsec_" + String(repeating: "QUJD", count: 22), "base64 of 66 bytes"),
        Wrong(webhook, "whsec_not base64 at all", "is not base64"),
        Wrong(webhook, "whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA===", "is not base64"),
        Wrong(webhook, "whsk_BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=", "only the sender has"),
        Wrong(webhook, "whpk_BwcHBwcHBwcHBwcHBw==", "32 bytes of a public key"),
        Wrong(.slack(SlackChannel()), "xoxb-123456789012-abcdefgh", "is a token"),
        Wrong(.slack(SlackChannel()), "xapp-1-A0123456789-abcdefgh", "is an app-level token"),
        Wrong(.slack(SlackChannel()), "8f742231b10e888\n8abcd99yyyzzz85a5", "a line end"),
        Wrong(.slack(SlackChannel()), "8f742231b1", "fewer than 16 letters"),
        Wrong(telegram, "123456789:AAExampleTokenOfABot", "a colon"),
        Wrong(telegram, "secret+token/with=signs", "Telegram does not allow"),
        Wrong(telegram, String(repeating: "a", count: 257), "longer than 256"),
        Wrong(meta, "EAAGm0PX4ZCpsBAKZCexampletoken", "is an access token"),
        Wrong(twilio, "AC0123456789abcdef0123456789abcdef", "the SID of an account"),
        Wrong(twilio, "SK0123456789abcdef0123456789abcdef", "the SID of an API key"),
        Wrong(.mailgun, "pubkey-0123456789abcdef0123456789abcdef", "is the public key"),
        Wrong(.mailgun, "gehéim-0123456789abcdef0123456789", "not ASCII"),
        Wrong(.postmark(user: "postmark"), "hunter2", "fewer than 8"),
        Wrong(.sendgrid, "SG.example.of-an-api-key", "P-256"),
        Wrong(
            .sendgrid,
            """
            MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEEd4kosJRx3dXPKxeoCXkZ/II5R2/+Y/FT2Zhy+Vlg7A3iC9KHKKX5gq828ODbYS8j6aWx3RA+S0P\
            WDfpCgDnxShLRHdU1d7ojJhlM7aQGusxd2htCuj7MxhEFKvmwXE6
            """,
            "P-256"
        ),
    ]

    private func error(_ provider: ChannelProvider, _ keys: [String], verifyToken: String? = "t") -> ChannelKeyError? {
        do throws(ChannelKeyError) {
            _ = try WebhookVerifier(ChannelSettings(provider: provider), keys: keys, verifyToken: verifyToken)
            return nil
        } catch {
            return error
        }
    }

    @Test("that cannot be one is refused with a sentence that does not show it", arguments: wrong)
    func isRefused(wrong: Wrong) throws {
        let sentence = try #require(error(wrong.provider, [wrong.key])).description
        #expect(sentence.contains(wrong.says))
        #expect(sentence.contains(" is "))
        #expect(!sentence.contains(wrong.key))
    }

    @Test(
        "that is missing is missed",
        arguments: [webhook, .slack(SlackChannel()), telegram, meta, twilio, .mailgun, .postmark(user: "u"), .sendgrid]
    )
    func isMissed(provider: ChannelProvider) throws {
        #expect(try #require(error(provider, [])).description.contains("is missing"))
        #expect(error(provider, [""]) != nil)
    }

    @Test("that is wrong among several is named by its place")
    func isNamed() throws {
        let good = "8f742231b10e8888abcd99yyyzzz85a5"
        let sentence = try #require(error(.slack(SlackChannel()), [good, "xoxb-1234567890123456"])).description
        #expect(sentence.hasPrefix("Key 2 of 2: The Slack signing secret is a token"))
        #expect(error(.slack(SlackChannel()), [good, good]) == nil)
    }

    @Test("of Meta needs the token of the handshake beside it")
    func needsVerifyToken() {
        let good = "0123456789abcdef0123456789abcdef"
        #expect(error(Self.meta, [good], verifyToken: nil)?.description.contains("verify token is missing") == true)
        #expect(error(Self.meta, [good], verifyToken: "") != nil)
        #expect(error(Self.meta, [good]) == nil)
    }

    @Test("of Postmark needs a user without a colon", arguments: ["", "a:b"])
    func needsUser(user: String) {
        #expect(error(.postmark(user: user), ["correct-horse-battery"]) != nil)
    }

    @Test("is not needed where nothing comes by webhook")
    func isNotNeeded() {
        #expect(error(.feed(FeedChannel(url: "https://desk.example/api")), []) == nil)
        #expect(error(.widget(WidgetChannel(origins: [], title: "Chat")), []) == nil)
    }
}
