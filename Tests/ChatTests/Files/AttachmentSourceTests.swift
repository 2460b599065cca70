import Chat
import Model
import Testing

@Suite("Where files may be fetched from")
struct AttachmentSourceTests {
    private static let token = SecretReference.environment("TOKEN")
    private static let slack = ChannelSettings(
        provider: .slack(SlackChannel()),
        token: token,
        attachmentHosts: ["Files.Shop.example"]
    )

    @Test(
        "from the provider's own hosts and those of the settings, over plain https",
        arguments: [
            ("https://files.slack.com/files-pri/T1/bin.jpg?t=x", true), ("HTTPS://FILES.SLACK.COM/a", true),
            ("https://files.shop.example/a.pdf", true), ("http://files.slack.com/a", false),
            ("https://files.slack.com.evil.example/a", false), ("https://evil.example/files.slack.com", false),
            ("https://files.slack.com@evil.example/", false), ("https://user@files.slack.com/", false),
            ("https://files.slack.com:8443/a", false), ("https://127.0.0.1/a", false), ("https://[::1]/a", false),
            ("https://files.slack.com\\@evil.example/", false), ("https://files.slack.com%2eevil.example/", false),
            ("ftp://files.slack.com/a", false), ("file:///etc/passwd", false), ("//files.slack.com/a", false),
            ("https:///a", false), ("https://.slack.com/a", false), ("https://sub.files.slack.com/a", false),
            ("https://files.slack.com/a b", false), ("", false),
        ]
    )
    func hosts(url: String, isAllowed: Bool) {
        #expect((AttachmentSource(Self.slack).objection(to: url) == nil) == isAllowed)
    }

    @Test("a name that begins with a dot stands for all hosts below it, and for no other")
    func below() {
        let account = MetaChannel(account: "1", verifyToken: Self.token)
        let source = AttachmentSource(ChannelSettings(provider: .messenger(account)))
        #expect(source.objection(to: "https://scontent.xx.fbcdn.net/v/a.jpg") == nil)
        #expect(source.objection(to: "https://evilfbcdn.net/a.jpg") == .otherHost("evilfbcdn.net"))
    }

    @Test("a server in the place of the provider's API may have files, and is known by scheme, host and port")
    func standIn() {
        var settings = Self.slack
        settings.api = "http://127.0.0.1:8081/api"
        let source = AttachmentSource(settings)
        #expect(source.isAtStandIn("http://127.0.0.1:8081/files/a") && source.isAtStandIn("HTTP://127.0.0.1:8081?a"))
        #expect(source.objection(to: "http://127.0.0.1:8081/files/a") == nil)
        #expect(source.isTrustedWithToken("http://127.0.0.1:8081/files/a"))
        for url in ["http://127.0.0.1:80810/a", "http://127.0.0.1/a", "http://127.0.0.1:8081@evil.example/a"] {
            #expect(source.objection(to: url) == .notHTTPS)
        }
        #expect(source.names == ["http://127.0.0.1:8081", "files.slack.com", "files.shop.example"])
    }

    @Test(
        "an address of an API that is none, or the usual one, is no such server",
        arguments: ["https://slack.com/api", "", "http://10.0.0.1/api", "no address"]
    )
    func noStandIn(api: String) {
        var settings = Self.slack
        settings.api = api
        #expect(AttachmentSource(settings).objection(to: "http://10.0.0.1/a") == .notHTTPS)
        #expect(AttachmentSource(settings).objection(to: "https://slack.com/a") == .otherHost("slack.com"))
    }

    @Test("the token is for the provider's own hosts alone")
    func token() {
        let source = AttachmentSource(Self.slack)
        #expect(source.isTrustedWithToken("https://files.slack.com/a"))
        #expect(!source.isTrustedWithToken("https://files.shop.example/a"))
    }
}
