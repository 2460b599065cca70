import Foundation
import Model
import Yams

/// Reads how an inbox is reached by chat or webhook: `slack`, `telegram`, `webhook` and the like.
struct ChannelReader {
    let directories: Directories
    /// `desk.url`: some senders sign it, and all of them call it.
    let deskURL: String?
    let log: ProblemLog

    /// The keys of an inbox that name a channel.
    static let names = [
        "webhook", "slack", "telegram", "whatsapp", "messenger", "twilio", "mailgun", "postmark", "sendgrid", "feed",
        "widget",
    ]

    private static let common = ["keys", "token", "api", "tolerance", "size_limit"]
    private static let manners = ["pause", "conversation", "attachments_from"]

    /// - Parameter name: one of `names`.
    func channel(_ name: String, _ node: Node) -> ChannelSettings? {
        guard let section = Section(node, name: name, keys: keys(of: name), log: log),
            let provider = provider(name, section)
        else { return nil }
        var channel = ChannelSettings(provider: provider)
        channel.api = provider.usualAPI
        channel.sizeLimit = provider.usualSizeLimit
        channel.keys = secrets(section, "keys")
        channel.token = section["token"].flatMap { logins.secret($0, "token") }
        section["api"].flatMap(api).map { channel.api = $0 }
        section.value("tolerance", .tolerance(of: provider)).map { channel.tolerance = $0 }
        section.value("size_limit", .size).map { channel.sizeLimit = $0 }
        section.value("pause", .duration(0...3_600, "0s to 1h")).map { channel.pause = $0 }
        section.value("conversation", .duration(60...2_592_000, "1m to 30d")).map { channel.conversationWindow = $0 }
        channel.attachmentHosts = hosts(section)
        checkSecrets(of: channel, section)
        checkAddress(of: channel, section)
        checkFiles(of: channel, section)
        return channel
    }

    var logins: LoginReader {
        LoginReader(directories: directories, log: log)
    }

    private func keys(of name: String) -> [String] {
        switch name {
        case "webhook": Self.common + Self.manners + ["fields", "reply"]
        case "slack": Self.common + Self.manners + ["channels"]
        case "telegram": Self.common + Self.manners + ["receive"]
        case "whatsapp": Self.common + Self.manners + ["phone", "verify_token", "version"]
        case "messenger": Self.common + Self.manners + ["page", "verify_token", "version"]
        case "twilio": Self.common + Self.manners + ["account", "sender"]
        case "postmark": ["keys", "token", "api", "size_limit", "user"]
        case "mailgun", "sendgrid": ["keys", "tolerance", "size_limit"]
        case "feed":
            ["token", "size_limit", "url", "fields", "header", "before", "cursor", "page", "every"] + Self.manners
        default: Self.manners + ["origins", "title"]
        }
    }

    /// One secret, or a list of those that are valid at the same time.
    private func secrets(_ section: Section, _ key: String) -> [SecretReference] {
        guard let node = section[key] else { return [] }
        guard case .sequence(let sequence) = node else { return logins.secret(node, key).map { [$0] } ?? [] }
        return sequence.compactMap { logins.secret($0, key) }
    }

    private func hosts(_ section: Section) -> [String] {
        (section.strings("attachments_from") ?? []).compactMap { node, text in
            guard TextForm.host.read(text) != nil, text.contains(where: \.isLetter) else {
                log.error(at: node, "“\(text)” should be \(TextForm.host.description), not a number")
                return nil
            }
            return text.lowercased()
        }
    }

    /// The address that all requests to a provider begin with.
    private func api(_ node: Node) -> String? {
        guard let url = address(node, "api") else { return nil }
        guard !url.contains("?"), !url.contains("#") else {
            log.error(at: node, "“api” should have no query: paths of the provider are put behind it")
            return nil
        }
        return url.withoutLastSlash
    }

    /// An address of a server, as it is written: a last slash may matter there. In plain text only on this machine.
    func address(_ node: Node, _ key: String) -> String? {
        let form = TextForm.url("https://", "http://")
        guard let text = node.text, let url = form.read(text) else {
            log.error(at: node, "“\(key)” should be \(form.description); found “\(node.text ?? "a list or mapping")”")
            return nil
        }
        let host = URLComponents(string: url)?.host ?? ""
        guard url.hasPrefix("https://") || Loopback.contains(host: host) else {
            log.error(at: node, "what customers write would cross the network readable by anybody: use https://")
            return nil
        }
        return url
    }

    /// Nothing of a channel of one's own is fetched unless its hosts are named.
    private func checkFiles(of channel: ChannelSettings, _ section: Section) {
        guard channel.provider.mapsFiles, channel.api.isEmpty, section["attachments_from"] == nil else { return }
        log.warning(
            at: section["fields"],
            "“attachments” is mapped, but “attachments_from” names no host: nobody can fetch the files"
        )
    }

    private func checkSecrets(of channel: ChannelSettings, _ section: Section) {
        let given = section["keys"]
        // What is there and could not be read was complained of.
        if channel.isCalled, channel.keys.isEmpty, given == nil || given?.sequence?.isEmpty == true {
            log.error(at: given ?? section.place, "\(section.name) needs “keys”: \(channel.provider.keyAdvice)")
        }
        if channel.provider.needsToken, channel.token == nil, section["token"] == nil {
            log.error(
                at: section.place,
                "\(section.name) needs “token”: what replies are sent with, such as {env: NAME}"
            )
        }
    }
}

extension String {
    var withoutLastSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}

extension ChannelProvider {
    /// Whether the configuration says which member lists files.
    fileprivate var mapsFiles: Bool {
        switch self {
        case .webhook(let channel): channel.fields.attachments != nil
        case .feed(let feed): feed.fields.attachments != nil
        default: false
        }
    }
}
