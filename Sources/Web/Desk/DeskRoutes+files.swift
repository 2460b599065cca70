import Chat
import HTTPTypes
import Hummingbird
import Model
import Pipeline
import Storage

extension DeskRoutes {
    func addFiles(to group: RouterGroup<DeskContext>) {
        post("/messages/:id/files/:number", on: group, fetch)
    }

    /// Fetches one file of a chat, because somebody asked for it, and hands it on as a download: nothing of it is kept,
    /// and nothing in it is ever shown.
    @Sendable private func fetch(_ submission: Submission) async throws -> Response {
        let id = try submission.context.id(of: Message.self)
        guard let message = try await resources.store.message(id), message.form == .chat,
            let chat = try? ChatMessage(bytes: try await resources.store.raw(of: id)),
            let number = submission.context.parameters.get("number").flatMap({ Int($0) }),
            chat.attachments.indices.contains(number), let fetch = resources.fetch
        else { throw HTTPError(.notFound) }
        do {
            let attachment = chat.attachments[number]
            return Self.download(try await fetch(attachment, message.inbox), named: attachment.name)
        } catch let refusal as AttachmentRefusal {
            let path = message.conversation.map { "/conversations/\($0)" } ?? "/queue"
            let wayOn = WayOn(place: .queue, path: path, label: "Back to the chat")
            let reasons = [Refusal.notSendable(refusal.description)]
            return try await conflict("Not fetched", reasons, wayOn, submission.session)
        }
    }

    private static func download(_ octets: [UInt8], named name: String) -> Response {
        let headers: HTTPFields = [
            .contentType: "application/octet-stream",
            .contentDisposition: "attachment; filename=\"\(plain(name))\"",
        ]
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: octets)))
    }

    /// A name that means nothing to a header, a shell or a file system.
    private static func plain(_ name: String) -> String {
        let characters = name.suffix(80).map { character in
            character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
                ? character : "_"
        }
        return "file-\(String(characters))"
    }
}
