import Channels
import Chat
import Crypto
import Curl
import Foundation
import Logging
import Model
import Storage

/// What all channels share: one libcurl reactor, and the logins.
struct ChannelParts: Sendable {
    let reactor: Reactor
    let logins: Logins
    private let secrets: SecretReader

    init(data: DataFolder) throws {
        reactor = try Reactor()
        secrets = SecretReader(environment: ProcessInfo.processInfo.environment)
        let tokens = AccessTokens(
            reactor: reactor,
            secrets: secrets,
            kept: .inFolder(data),
            now: Program.now
        )
        logins = Logins(secrets: secrets, tokens: tokens)
    }

    func source(
        of inbox: InboxSettings,
        store: any Store,
        publicURL: String,
        report: @escaping @Sendable (SourceEvent) -> Void,
        logger: Logger
    ) -> any MailSource {
        switch inbox.source {
        case .channel(let channel):
            channel.source(
                named: inbox.inbox.name,
                publicURL: publicURL,
                parts: pollParts(store, logger),
                report: report
            )
        case .maildir(let source):
            MaildirInbox(
                name: inbox.inbox.name,
                source: source,
                store: store,
                report: report,
                now: Program.now,
                logger: logger
            )
        case .imap(let source):
            IMAPInbox(
                name: inbox.inbox.name,
                source: source,
                account: IMAPAccount(reactor: reactor, source: source, logins: logins),
                store: store,
                report: report,
                now: Program.now,
                jitter: Program.jitter,
                logger: logger
            )
        }
    }

    private func pollParts(_ store: any Store, _ logger: Logger) -> PollParts {
        PollParts(
            reactor: reactor,
            secrets: secrets,
            store: store,
            now: Program.now,
            jitter: Program.jitter,
            logger: logger
        )
    }

    /// nil where there is nothing to hold an inbox against.
    ///
    /// - Parameters:
    ///   - publicURL: where providers were told to call; nil where nobody said.
    ///   - brought: told how many deliveries were fetched that had been lost.
    ///   - found: told what each look found.
    func reconciliation(
        of inbox: InboxSettings,
        store: any Store,
        publicURL: String?,
        brought: @escaping @Sendable (Int) -> Void,
        found: @escaping @Sendable (Reconciled) -> Void,
        logger: Logger
    ) -> ChannelReconciliation? {
        guard case .channel(let channel) = inbox.source else { return nil }
        return ChannelReconciliation(
            name: inbox.inbox.name,
            settings: channel,
            webhook: publicURL.map { "\($0)\(channel.webhookPath(of: inbox.inbox.name))" },
            parts: pollParts(store, logger),
            custody: store,
            brought: brought,
            found: found
        )
    }

    /// nil where an inbox is no channel.
    func check(of inbox: InboxSettings, store: any Store, desk: DeskSettings, logger: Logger) -> ChannelCheck? {
        guard case .channel(let channel) = inbox.source else { return nil }
        return ChannelCheck(
            channel,
            named: inbox.inbox.name,
            publicURL: desk.outsideURL,
            isReachable: desk.publicURL != nil,
            parts: pollParts(store, logger),
            custody: store
        )
    }

    /// nil where an inbox is no chat, or brings mail, or is a widget, whose replies we show ourselves.
    ///
    /// - Parameter publicURL: where providers reach us; nil where nobody said.
    func sender(of inbox: InboxSettings, publicURL: String? = nil) -> ChatSender? {
        guard case .channel(let channel) = inbox.source, !channel.provider.bringsMail else { return nil }
        if case .widget = channel.provider { return nil }
        return ChatSender(
            settings: channel,
            webhook: publicURL.map { "\($0)/channels/\(inbox.inbox.name)" },
            reactor: reactor,
            secrets: secrets,
            now: Program.now
        )
    }

    /// The octets of a file of a chat, from where it may be fetched.
    func fetch(
        _ attachment: ChatAttachment,
        of channel: ChannelSettings
    ) async throws(AttachmentRefusal) -> [UInt8] {
        let fetcher = AttachmentFetcher(reactor: reactor, secrets: secrets, now: Program.now)
        return try await fetcher.fetch(attachment, of: channel)
    }

    /// What files of an inbox are fetched with and from; nil where the channel's files are asked for with nothing.
    func files(of inbox: InboxSettings) -> AttachmentAccess? {
        guard case .channel(let channel) = inbox.source else { return nil }
        return AttachmentAccess(channel, secrets: secrets)
    }

    func verifier(of channel: ChannelSettings) -> LiveVerifier {
        LiveVerifier(channel, secrets: secrets)
    }

    var lookupExchange: LookupExchange {
        LookupExchange(reactor: reactor, secrets: secrets)
    }

    func lookupClient(_ lookups: [Lookup]) -> LookupClient {
        LookupClient(lookups: lookups, reactor: reactor, secrets: secrets, now: Program.now)
    }

    func relay(of inbox: InboxSettings) -> MailRelay? {
        inbox.relay.map { MailRelay(reactor: reactor, server: $0, logins: logins) }
    }

    /// nil where the inbox has no IMAP account.
    func sentFolder(of inbox: InboxSettings) -> SentFolder? {
        guard case .imap(let source) = inbox.source else { return nil }
        return SentFolder(account: IMAPAccount(reactor: reactor, source: source, logins: logins))
    }
}

extension RefreshTokenKeeper {
    /// Keeps replaced tokens in `oauth/` of the data folder, a file an account, beside a digest of the configured token
    /// that they grew out of: a newly configured token wins over a kept one.
    static func inFolder(_ data: DataFolder) -> RefreshTokenKeeper {
        RefreshTokenKeeper(
            load: { account, configured in
                guard let kept = FileManager.default.contents(atPath: file(account, data)) else { return nil }
                let lines = String(decoding: kept, as: UTF8.self).split(separator: "\n").map(String.init)
                return lines.count == 2 && lines[0] == digest(configured) ? lines[1] : nil
            },
            save: { account, configured, replaced in
                try? FileManager.default.createDirectory(
                    atPath: "\(data.path)/oauth",
                    withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700]
                )
                try? data.write(Data("\(digest(configured))\n\(replaced)\n".utf8), to: file(account, data))
            }
        )
    }

    private static func file(_ account: OAuthAccount, _ data: DataFolder) -> String {
        "\(data.path)/oauth/\(digest("\(account.user) \(account.clientID) \(account.tokenEndpoint)"))"
    }

    private static func digest(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).prefix(16).hexadecimal
    }
}
