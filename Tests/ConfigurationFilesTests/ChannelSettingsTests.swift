import ConfigurationFiles
import Model
import Testing

@Suite("A channel in config/wavelength.yaml")
struct ChannelSettingsTests {
    @Test("has what is usual with its provider where nothing else is said")
    func usual() throws {
        let channel = try channel("slack: {keys: {env: SIGNING}, token: {env: TOKEN}}")
        #expect(channel.provider == .slack(SlackChannel()))
        #expect(channel.keys == [.environment("SIGNING")])
        #expect(channel.token == .environment("TOKEN"))
        #expect(channel.api == "https://slack.com/api")
        #expect(channel.tolerance == 300)
        #expect(channel.sizeLimit == 1 << 20)
        #expect(channel.pause == 60)
    }

    @Test("asks the API where it is told to; that address is a beginning, which others are made of")
    func otherAPI() throws {
        let keys = "keys: {env: SIGNING}, token: {env: TOKEN}"
        #expect(
            try channel("slack: {\(keys), api: \"https://proxy.example/slack/\"}").api == "https://proxy.example/slack"
        )
        #expect(try channel("slack: {\(keys), api: \"http://127.0.0.2:8080\"}").api == "http://127.0.0.2:8080")
    }

    @Test("keeps several keys while one takes another's place")
    func rotation() throws {
        let channel = try channel("sendgrid: {keys: [{env: NEW}, {file: secrets/old.key}]}", mail: true)
        #expect(channel.keys == [.environment("NEW"), .file("/etc/wavelength/secrets/old.key")])
        #expect(channel.sizeLimit == 36 << 20)
    }

    @Test("of Postmark may have a token to list what did not come")
    func listing() throws {
        let channel = try channel("postmark: {keys: {env: PASSWORD}, token: {env: SERVER}}", mail: true)
        #expect(channel.token == .environment("SERVER"))
    }

    @Test("is answered in the short forms of the templates, unless it brings mail")
    func form() throws {
        let chat = try #require(Files.load(settings: Self.settings("feed: {url: https://help.example/feed}")).settings)
        #expect(chat.inboxes.first?.inbox.form == .chat)
        let mail = try #require(
            Files.load(settings: Self.settings("mailgun: {keys: {env: KEY}}", mail: true)).settings
        )
        #expect(mail.inboxes.first?.inbox.form == .mail)
    }

    @Test(
        "of each provider says all there is to say",
        arguments: [
            (
                """
                webhook:
                  keys: {env: K}
                  fields: {messages: data.items, id: uid, person: from.id, text: body, sent_at: at, thread: topic}
                  reply: {url: "https://help.example/replies/", key: {env: R}, longest: 500}
                """,
                ChannelProvider.webhook(
                    GenericChannel(
                        fields: FieldMap(
                            messages: ["data", "items"],
                            id: ["uid"],
                            text: ["body"],
                            person: ["from", "id"],
                            thread: ["topic"],
                            sentAt: ["at"]
                        ),
                        replyURL: "https://help.example/replies/",
                        replyKey: .environment("R"),
                        longest: 500
                    )
                )
            ),
            (
                "telegram: {receive: webhook, keys: {env: K}, token: {env: T}}",
                .telegram(TelegramChannel(mode: .webhook))
            ),
            ("telegram: {token: {env: T}}", .telegram(TelegramChannel(mode: .poll))),
            (
                "whatsapp: {phone: 1555, verify_token: {env: V}, keys: {env: K}, token: {env: T}, version: v22.0}",
                .whatsapp(MetaChannel(account: "1555", verifyToken: .environment("V"), version: "v22.0"))
            ),
            (
                "messenger: {page: 77, verify_token: {env: V}, keys: {env: K}, token: {env: T}}",
                .messenger(MetaChannel(account: "77", verifyToken: .environment("V")))
            ),
            (
                "twilio: {account: AC1, sender: \"whatsapp:+4940\", keys: {env: K}}",
                .twilio(TwilioChannel(account: "AC1", sender: "whatsapp:+4940"))
            ),
            (
                """
                feed:
                  url: https://help.example/feed/?all=1
                  token: {env: T}
                  header: X-Key
                  before: ""
                  cursor: {parameter: since, member: meta.next}
                  page: {parameter: limit, size: 50}
                  every: 1m
                """,
                .feed(
                    FeedChannel(
                        url: "https://help.example/feed/?all=1",
                        tokenField: "X-Key",
                        tokenPrefix: "",
                        cursor: FeedChannel.Cursor(parameter: "since", member: ["meta", "next"]),
                        pageSize: FeedChannel.PageSize(parameter: "limit", size: 50),
                        interval: 60
                    )
                )
            ),
            (
                "widget: {origins: [https://shop.example/], title: Ask us}",
                .widget(WidgetChannel(origins: ["https://shop.example"], title: "Ask us"))
            ),
        ]
    )
    func providers(text: String, expected: ChannelProvider) throws {
        #expect(try channel(text).provider == expected)
    }

    @Test(
        "that is broken is refused with place, reason and remedy",
        arguments: [
            ("slack: {token: {env: T}}", "4:12: error: slack needs “keys”: the app's signing secret"),
            ("slack: {keys: {env: K}}", "4:12: error: slack needs “token”: what replies are sent with"),
            ("slack: {keys: abc, token: {env: T}}", "a secret does not belong in this file: write “keys: {env: NAME}”"),
            ("slack: {kees: {env: K}}", "unknown key “kees” in slack; did you mean “keys”?"),
            ("telegram: {receive: push, token: {env: T}}", "“receive” should be webhook (Telegram calls) or poll"),
            ("feed: {url: http://help.example/feed}", "use https://"),
            ("slack: {keys: {env: K}, token: {env: T}, api: \"https://a.example/?k=1\"}", "“api” should have no query"),
            ("feed: {url: https://help.example, cursor: {parameter: a}}", "cursor needs “member”"),
            ("feed: {url: https://help.example, header: \"X Key\"}", "“header” should be the name of a header field"),
            ("webhook: {keys: {env: K}, fields: {id: a..b}}", "“id” should be a member's name such as id"),
            ("webhook: {keys: {env: K}, reply: {url: https://a.example}}", "reply needs “key”"),
            ("widget: {origins: [shop.example]}", "“origins” should be an address that begins with https://"),
            ("widget: {origins: [https://shop.example/chat]}", "should be a site such as https://shop.example"),
            ("widget: {title: Ask}", "widget needs “origins”"),
            (
                "feed: {url: https://help.example, every: 20m}",
                "the feed is asked every 1200s: “alert_after” should be longer, such as 3600s"
            ),
            ("twilio: {account: AC1, keys: {env: K}}", "twilio needs “sender”"),
            ("twilio: {account: AC1, sender: \"+49\", keys: {env: K}, attachments_from: 10.0.0.1}", "not a number"),
            ("whatsapp: {phone: 1, keys: {env: K}, token: {env: T}}", "whatsapp needs “verify_token”"),
            ("slack: {keys: [], token: {env: T}}", "4:19: error: slack needs “keys”: the app's signing secret"),
            ("slack: {keys: {env: K}, token: {env: T}, tolerance: 2h}", "“tolerance” should be a duration"),
            ("slack: {keys: [abc], token: {env: T}}", "a secret does not belong in this file"),
            (
                "feed: {url: https://help.example, fields: {attachments: files}}",
                "warning: “attachments” is mapped, but “attachments_from” names no host: nobody can fetch the files"
            ),
        ]
    )
    func broken(text: String, expected: String) {
        let problems = Files.load(settings: Self.settings(text)).problems.map(\.description)
        #expect(problems.contains { $0.contains(expected) }, "\(problems)")
    }

    @Test("of a sender that signs once has a window for all of its attempts, and may have another")
    func windows() throws {
        #expect(try channel("mailgun: {keys: {env: K}}", mail: true).tolerance == 32_400)
        #expect(try channel("sendgrid: {keys: {env: K}}", mail: true).tolerance == 262_800)
        #expect(try channel("mailgun: {keys: {env: K}, tolerance: 4d}", mail: true).tolerance == 345_600)
    }

    @Test(
        "that others have to reach wants to know where they do",
        arguments: [
            (
                "twilio: {account: AC1, sender: \"+4940\", keys: {env: K}}", nil,
                "3:13: error: Twilio signs the address that it calls"
            ),
            (
                "slack: {keys: {env: K}, token: {env: T}}", nil,
                "3:12: warning: “desk.url” is missing, where slack calls: write “desk: {url: https://…}”"
            ),
            ("widget: {origins: [https://shop.example]}", nil, "3:13: warning: “desk.url” is missing, where visitors"),
            (
                "slack: {keys: {env: K}, token: {env: T}}", "http://desk.shop.example",
                "4:12: warning: what customers write would cross the network readable by anybody"
            ),
            ("slack: {keys: {env: K}, token: {env: T}}", "http://localhost:8025", nil),
            ("telegram: {token: {env: T}}", nil, nil),
            ("feed: {url: https://help.example/feed}", nil, nil),
        ] as [(String, String?, String?)]
    )
    func addresses(text: String, deskURL: String?, expected: String?) {
        let problems = Files.load(settings: Self.settings(text, deskURL: deskURL)).problems.map(\.description)
        #expect(problems.count == (expected == nil ? 0 : 1), "\(problems)")
        #expect(problems.first?.contains(expected ?? "") != false, "\(problems)")
    }

    @Test("beside another source of the same inbox is refused")
    func twoSources() {
        let settings = Self.settings("feed: {url: https://help.example/feed}") + "\n    maildir: {path: inbox}"
        let problems = Files.load(settings: settings).problems.map(\.description)
        #expect(problems.contains { $0.contains("inbox chat has both “maildir” and “feed”: take one out") })
    }

    @Test("cannot have an acknowledgement, which is mail")
    func noAcknowledgement() {
        let settings = """
            \(Self.settings("feed: {url: https://help.example/feed}", mail: true))
                smtp: {host: smtp.shop.example}
                acknowledgement: {text: We have it.}
            """
        let problems = Files.load(settings: settings).problems.map(\.description)
        #expect(problems.contains { $0.contains("an acknowledgement is mail: a chat cannot have one") })
    }

    private func channel(_ text: String, mail: Bool = false) throws -> ChannelSettings {
        let loaded = Files.load(settings: Self.settings(text, mail: mail))
        #expect(loaded.problems == [])
        guard case .channel(let channel) = try #require(loaded.settings?.inboxes.first).source else {
            throw NoChannel()
        }
        return channel
    }

    private struct NoChannel: Error {}

    private static func settings(
        _ channel: String,
        mail: Bool = false,
        deskURL: String? = "https://desk.shop.example"
    ) -> String {
        let desk = deskURL.map { "desk: {url: \"\($0)\"}\n" } ?? ""
        let address = mail ? "    addresses: [hello@shop.example]\n" : ""
        let lines = channel.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        return "\(desk)inboxes:\n  chat:\n\(address)\(lines)"
    }
}
