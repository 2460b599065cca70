import Chat
import Model

extension Program {
    /// The octets of a file of a chat, by the settings of its channel.
    @Sendable func fetchFile(_ attachment: ChatAttachment, from name: InboxName) async throws -> [UInt8] {
        let inbox = settings.inboxes.first { $0.inbox.name == name }
        guard case .channel(let channel)? = inbox?.source else {
            throw AttachmentRefusal.failed("the channel \(name) is no longer configured.")
        }
        return try await channels.fetch(attachment, of: channel)
    }
}
