package import Model

/// Where the files of a channel may be fetched from. Pure.
///
/// Only over HTTPS on its usual port, from hosts that the operator or the provider's documentation names: a URL in a
/// delivery was written by whoever sent it.
package struct AttachmentSource: Hashable, Sendable {
    private let own: [String]
    private let others: [String]

    /// The hosts of the provider itself, and those that the channel's settings name.
    package init(_ settings: ChannelSettings) {
        own = settings.provider.fileHosts
        others = settings.attachmentHosts.map { $0.lowercased() }
    }

    /// nil where it may be fetched.
    package func objection(to url: String) -> AttachmentRefusal? {
        guard let host = Self.host(of: url) else { return .notHTTPS }
        return matches(host, own) || others.contains(host) ? nil : .otherHost(host)
    }

    /// Whether what the channel is authorised with may be shown to the host of this URL: to the provider's own alone.
    package func isTrustedWithToken(_ url: String) -> Bool {
        Self.host(of: url).map { matches($0, own) } ?? false
    }

    private func matches(_ host: String, _ names: [String]) -> Bool {
        names.contains { $0 == host || ($0.hasPrefix(".") && host.hasSuffix($0)) }
    }

    /// The host in lower case; nil for anything but a plain `https` URL without user, password and port.
    package static func host(of url: String) -> String? {
        guard url.utf8.count <= longest, url.lowercased().hasPrefix("https://"),
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        let host = url.dropFirst(8).prefix { !"/?#".contains($0) }.lowercased()
        let isName = host.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
        }
        return isName && !host.isEmpty && !host.hasPrefix(".") ? host : nil
    }

    private static let longest = 4_096
}

/// Why a file is not fetched, in one sentence.
package enum AttachmentRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The provider only gives a number for it.
    case noAddress
    case notHTTPS
    case otherHost(String)
    case tooManyRedirects
    case tooLarge(Int)
    /// The host of the URL leads inside the network, or does not answer, or answers no.
    case failed(String)

    package var description: String {
        switch self {
        case .noAddress: "The channel gives no address for this file."
        case .notHTTPS: "This file has no plain https address."
        case .otherHost(let host): "Nothing is fetched from \(host): attachments_from of the channel does not name it."
        case .tooManyRedirects: "The file's address leads on and on."
        case .tooLarge(let octets): "The file is larger than \(octets >> 20) MB."
        case .failed(let why): "The file could not be fetched: \(why)"
        }
    }
}

extension ChannelProvider {
    /// Hosts that serve the provider's files; a name that begins with a dot stands for all below it.
    ///
    /// Slack, "Working with files"; Meta, "Media" of WhatsApp Cloud and attachments of Messenger; Twilio, "Media resource".
    fileprivate var fileHosts: [String] {
        switch self {
        case .slack: ["files.slack.com"]
        case .whatsapp, .messenger: ["lookaside.fbsbx.com", ".fbcdn.net"]
        case .twilio: ["api.twilio.com", "media.twiliocdn.com"]
        default: []
        }
    }
}
