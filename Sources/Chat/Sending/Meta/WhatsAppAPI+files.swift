package import Foundation
package import Model

/// Files are asked for by their number; the address that it gives is good for five minutes, and for the token alone
/// (developers.facebook.com, WhatsApp Cloud API: media).
extension WhatsAppAPI: FileAPI {
    package func lookup(of file: ChatAttachment, secret: String) throws(AttachmentRefusal) -> FileLookup {
        guard let number = file.number else { throw .noAddress }
        return .asked(.get(channel.url(address, number), authorization: "Bearer \(secret)"))
    }

    package func place(in answer: APIAnswer, secret: String, at now: Date) throws(AttachmentRefusal) -> FilePlace {
        if let error = answer.json(MetaAnswer.self)?.error { throw refusal(error) }
        do { try answer.requireSuccess(from: provider, at: now) } catch { throw AttachmentRefusal(error) }
        guard let file = answer.body.flatMap({ try? JSONValue(parsing: $0) }), let url = file["url"]?.text else {
            throw nonsense(answer)
        }
        return FilePlace(
            url: url,
            authorization: "Bearer \(secret)",
            size: file["file_size"]?.whole,
            sha256: file["sha256"]?.text.flatMap(FileDigest.octets),
            type: FileType.named(file["mime_type"]?.text)
        )
    }

    private func refusal(_ error: MetaError) -> AttachmentRefusal {
        switch error.code {
        case 0, 3, 10, 102, 190, 200..<300: badToken(forFiles: error.words)
        case 33, 100, 803:
            .gone(
                "WhatsApp does not have the file any more, or the token may not see it (\(error.words)). "
                    + "It keeps files for some days only: ask the customer to send it again."
            )
        case 1, 2, 4, 17, 32, 613, 80_007, 130_429, 131_000, 131_016, 131_052:
            .unreached("WhatsApp does not give it at the moment (\(error.words)).")
        default: .failed("WhatsApp does not give it (\(error.words)).")
        }
    }
}
