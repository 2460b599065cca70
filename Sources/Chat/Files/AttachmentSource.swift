package import Model

/// Where the files of a channel may be fetched from. Pure.
///
/// Only over HTTPS on its usual port, from hosts that the operator or the provider's documentation names: a URL in a
/// delivery was written by whoever sent it. Where the operator has put a server in the place of the provider's API, that
/// one may be asked as the operator wrote it, by plain HTTP on this machine too.
package struct AttachmentSource: Hashable, Sendable {
    private let own: [String]
    private let carriers: [String]
    private let others: [String]
    private let standIn: String?

    /// The hosts of the provider itself, and those that the channel's settings name.
    package init(_ settings: ChannelSettings) {
        let hosts = settings.provider.fileHosts
        own = hosts.own
        carriers = hosts.carriers
        others = settings.attachmentHosts.map { $0.lowercased() }
        standIn = settings.standIn
    }

    /// nil where it may be fetched.
    package func objection(to url: String) -> AttachmentRefusal? {
        if isAtStandIn(url) { return nil }
        guard let host = Self.host(of: url) else { return .notHTTPS }
        return matches(host, own + carriers + others) ? nil : .otherHost(host)
    }

    /// Whether what the channel is authorised with may be shown to the host of this URL: to the provider's own alone.
    package func isTrustedWithToken(_ url: String) -> Bool {
        isAtStandIn(url) || Self.host(of: url).map { matches($0, own) } ?? false
    }

    /// Whether the URL is on the server that the operator has put in the place of the provider's API, port included. It may
    /// be inside the network.
    package func isAtStandIn(_ url: String) -> Bool {
        guard let standIn, Self.isPlain(url), url.lowercased().hasPrefix(standIn) else { return false }
        return url.utf8.dropFirst(standIn.utf8.count).first.map("/?#".utf8.contains) ?? true
    }

    /// For people: the names, with a star for all hosts below one.
    package var names: [String] {
        (standIn.map { [$0] } ?? []) + (own + carriers + others).map { $0.hasPrefix(".") ? "*\($0)" : $0 }
    }

    private func matches(_ host: String, _ names: [String]) -> Bool {
        names.contains { $0 == host || ($0.hasPrefix(".") && host.hasSuffix($0)) }
    }

    /// The host in lower case; nil for anything but a plain `https` URL without user, password and port.
    package static func host(of url: String) -> String? {
        guard isPlain(url), url.lowercased().hasPrefix("https://") else { return nil }
        let host = authority(of: url).lowercased()
        let isName = host.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
        }
        return isName && !host.isEmpty && !host.hasPrefix(".") ? host : nil
    }

    /// Whether all readers of URLs agree on where it leads.
    private static func isPlain(_ url: String) -> Bool {
        url.utf8.count <= longest && url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    }

    /// What stands between the scheme and the path (RFC 3986 §3.2).
    static func authority(of url: String) -> Substring {
        url.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }.prefix { !"/?#".contains($0) }
    }

    private static let longest = 4_096
}

extension ChannelSettings {
    /// Scheme, host and port of the API, in lower case, where it is another than the provider's usual one.
    fileprivate var standIn: String? {
        guard api != provider.usualAPI, let address = try? APIAddress(api) else { return nil }
        let scheme = address.isPlaintext ? "http" : "https"
        return "\(scheme)://\(AttachmentSource.authority(of: address.description))".lowercased()
    }
}

extension ChannelProvider {
    /// Hosts that serve the provider's files: its own, which may see the token, and those that it has them carried by. A
    /// name that begins with a dot stands for all below it.
    ///
    /// Slack, "Working with files"; Telegram, "getFile"; Meta, "Media" of WhatsApp Cloud and attachments of Messenger, whose
    /// addresses are signed; Twilio, "Media resource", which sends on to its carriers.
    fileprivate var fileHosts: (own: [String], carriers: [String]) {
        switch self {
        case .slack: (["files.slack.com"], [])
        case .telegram: (["api.telegram.org"], [])
        case .whatsapp: (["lookaside.fbsbx.com", ".fbcdn.net"], [])
        case .messenger: ([], ["lookaside.fbsbx.com", "cdn.fbsbx.com", ".fbcdn.net"])
        case .twilio: (["api.twilio.com"], [".twiliocdn.com", "s3-external-1.amazonaws.com"])
        default: ([], [])
        }
    }
}
