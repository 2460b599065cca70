import Chat
import HTTPTypes
import Hummingbird
import Model
import Storage

extension WebResources {
    /// Fetches one file of a chat, because somebody asked for it, and hands it on as a download: nothing of it is kept,
    /// and nothing in it is ever shown. Throws an `AttachmentRefusal` where it cannot be had.
    func download(_ context: DeskContext) async throws -> Response {
        let id = try context.id(of: Message.self)
        guard let message = try await store.message(id), message.form == .chat,
            let chat = try? ChatMessage(bytes: try await store.raw(of: id)),
            let number = context.parameters.get("number").flatMap({ Int($0) }),
            chat.attachments.indices.contains(number), let fetch
        else { throw HTTPError(.notFound) }
        guard beginFetching() else {
            throw AttachmentRefusal.unreached("too many are being fetched just now. Try again.")
        }
        defer { endFetching() }
        let attachment = chat.attachments[number]
        return Self.download(try await fetch(attachment, message.inbox), named: attachment.name)
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
