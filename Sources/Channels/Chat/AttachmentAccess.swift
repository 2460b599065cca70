import Chat
package import Model

/// What the files of a channel are fetched with and from, for `wavelength check`: whoever keeps the firewall has to let the
/// hosts through, and without the token nobody at the desk can open a file.
package struct AttachmentAccess: Sendable {
    private let channel: ChannelSettings
    private let secrets: SecretReader

    /// nil where a channel's files are asked for with nothing, or there are none.
    package init?(_ channel: ChannelSettings, secrets: SecretReader) {
        guard (try? channel.fileAPI()) != nil else { return nil }
        self.channel = channel
        self.secrets = secrets
    }

    /// Throws where the token is missing. Asks nobody: the token itself is tried with the replies.
    package func probe() throws(ChannelError) -> String {
        guard let reference = channel.authority else {
            throw .configuration(
                "Files of \(channel.provider.title) cannot be fetched: the channel has no “token” in its configuration."
            )
        }
        _ = try secrets.read(reference)
        let hosts = AttachmentSource(channel).names.joined(separator: ", ")
        return "Files are fetched with the channel's token, from \(hosts) alone"
    }
}
