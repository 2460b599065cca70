package import Foundation
package import Model

/// Files are asked for by `file_id`, and lie below an address that holds the token
/// (core.telegram.org/bots/api#getfile).
extension TelegramAPI: FileAPI {
    /// What Telegram hands to bots.
    private static let largestFile = 20 << 20

    package func lookup(of file: ChatAttachment, secret: String) throws(AttachmentRefusal) -> FileLookup {
        guard let number = file.number else { throw .noAddress }
        // A Bot API server of one's own has no such limit.
        if let size = file.size, size > Self.largestFile, isTelegrams {
            throw .tooLarge(Self.largestFile)
        }
        return .asked(.get("\(url("getFile", secret))?file_id=\(number)"))
    }

    package func place(in answer: APIAnswer, secret: String, at now: Date) throws(AttachmentRefusal) -> FilePlace {
        if let said = answer.json(TelegramAnswer.self), !said.ok, said.error_code == 400 {
            throw Self.refusal(said.description ?? "error 400")
        }
        let file: JSONValue
        do { file = try TelegramSaid.result(in: answer, at: now) } catch { throw AttachmentRefusal(error) }
        guard let path = file["file_path"]?.text, let url = fileURL(path, secret) else { throw nonsense(answer) }
        return FilePlace(url: url, size: file["file_size"]?.whole)
    }

    private static func refusal(_ said: String) -> AttachmentRefusal {
        if said.lowercased().contains("too big") { return .tooLarge(largestFile) }
        return .gone("Telegram does not give the file (\(said.asRemark)). Ask the customer to send it again.")
    }

    /// nil for a path that is none below the bot's own: a Bot API server that runs with `--local` gives those of its disk.
    private func fileURL(_ path: String, _ secret: String) -> String? {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard steps.allSatisfy({ step in step.contains { $0 != "." } }) else { return nil }
        return url(steps.map(APIRequest.percentEncoded).joined(separator: "/"), below: "file/bot", secret)
    }
}
