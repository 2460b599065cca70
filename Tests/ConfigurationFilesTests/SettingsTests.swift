import ConfigurationFiles
import Foundation
import Model
import Testing

@Suite("config/wavelength.yaml becomes settings")
struct SettingsTests {
    @Test("what is not said has its documented default")
    func defaults() throws {
        let settings = try #require(Files.load().settings)
        let support = try #require(settings.inboxes.first)
        #expect(settings.desk == DeskSettings())
        #expect(settings.automaticMail == AutomaticMailLimits())
        #expect(support.inbox == Inbox(name: InboxName("support"), addresses: ["hello@shop.example"]))
        #expect(support.relay == nil)
        let login = MailServer.Login.password(user: "hello@shop.example", .environment("MAIL_PASSWORD"))
        let server = MailServer(host: "imap.shop.example", port: 993, security: .tls, login: login)
        #expect(support.source == .imap(IMAPSource(server: server, start: .now)))
    }

    @Test("everything that can be said is read")
    func everything() throws {
        let loaded = Files.load(settings: Self.full)
        #expect(loaded.problems == [])
        let settings = try #require(loaded.settings)
        let support = try #require(settings.inboxes.first)
        let proxies = ["172.17.0.0/16", "2001:db8::5"].compactMap(NetworkRange.init)
        let url = "https://desk.shop.example"
        #expect(settings.desk == DeskSettings(host: "::1", port: 9000, publicURL: url, proxies: proxies))
        #expect(settings.automaticMail.handleWindow == 14 * 86_400)
        #expect(settings.automaticMail.perMinute == 5)
        #expect(support.alertAfter == 1_800)
        #expect(
            support.inbox
                == Inbox(
                    name: InboxName("support"),
                    addresses: ["hello@shop.example", "help@shop.example"],
                    aliases: ["old@shop.example"],
                    senderName: "Example Shop",
                    signature: "Example Shop\nSeatown\n",
                    defaultLanguage: "en",
                    undoWindow: 30,
                    acknowledgement: Acknowledgement(text: "We have it.\n", reversePath: "bounces@shop.example"),
                    keepsSentCopy: true
                )
        )
        #expect(support.source == .imap(Self.source))
        #expect(support.relay == Self.relay)
    }

    private static let full = """
        desk: {listen: "[::1]:9000", url: https://desk.shop.example, proxies: [172.17.0.0/16, "2001:db8::5"]}
        inboxes:
          support:
            addresses: [hello@shop.example, help@shop.example]
            aliases: old@shop.example
            sender_name: Example Shop
            signature: |
              Example Shop
              Seatown
            language: en
            undo: 30s
            sent_copy: true
            alert_after: 30m
            imap:
              host: imap.shop.example
              port: 1143
              security: starttls
              certificate: {authority: secrets/ca.pem}
              user: hello@shop.example
              oauth:
                provider: microsoft
                tenant: shop
                client_id: abc
                client_secret: {env: SECRET}
                refresh_token: {file: secrets/token}
              mailbox: Support
              from: 2026-01-31
              after: move Archive/Done
              poll: 2m
              size_limit: 10MiB
            smtp:
              host: smtp.shop.example
              security: plain
              certificate: accept-any
            acknowledgement:
              text: |
                We have it.
              reverse_path: bounces@shop.example
        automatic_mail: {per_minute: 5, same_notice_after: 14d}
        """

    private static var source: IMAPSource {
        let account = OAuthAccount(
            user: "hello@shop.example",
            tokenEndpoint: "https://login.microsoftonline.com/shop/oauth2/v2.0/token",
            clientID: "abc",
            clientSecret: .environment("SECRET"),
            refreshToken: .file("/etc/wavelength/secrets/token"),
            scope:
                "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access"
        )
        let server = MailServer(
            host: "imap.shop.example",
            port: 1143,
            security: .startTLS,
            trust: .authorityFile("/etc/wavelength/secrets/ca.pem"),
            login: .oauth(account)
        )
        return IMAPSource(
            server: server,
            mailbox: "Support",
            start: .since(Date(timeIntervalSince1970: 1_769_817_600)),
            afterTaking: .move("Archive/Done"),
            pollInterval: 120,
            sizeLimit: 10 << 20
        )
    }

    private static let relay = MailServer(
        host: "smtp.shop.example",
        port: 25,
        security: .plain,
        trust: .unverified,
        login: .none
    )

    @Test(
        "a Maildir without a leading slash lies in the data folder",
        arguments: [
            ("inbox", "/var/lib/wavelength/inbox"), ("/var/mail/support", "/var/mail/support"),
        ]
    )
    func maildir(_ path: String, _ resolved: String) throws {
        let text = "inboxes:\n  demo:\n    addresses: [a@shop.example]\n    maildir: {path: \(path)}\n"
        let loaded = Files.load(settings: text)
        #expect(loaded.settings?.inboxes.first?.source == .maildir(MaildirSource(path: resolved)))
    }

    @Test("the port follows from the security unless it is given", arguments: [("tls", 993), ("starttls", 143)])
    func ports(_ security: String, _ port: Int) throws {
        let loaded = Files.load(settings: Files.settings(imap: "security: \(security)"))
        guard case .imap(let source) = try #require(loaded.settings?.inboxes.first?.source) else {
            Issue.record("no IMAP source")
            return
        }
        #expect(source.server.port == port)
    }
}
