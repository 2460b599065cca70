package import Foundation
package import Model

/// Files have an address that wants the token; those of other workspaces come with a number alone, and are asked for
/// (docs.slack.dev/reference/objects/file-object, docs.slack.dev/reference/methods/files.info).
extension SlackAPI: FileAPI {
    package func lookup(of file: ChatAttachment, secret: String) throws(AttachmentRefusal) -> FileLookup {
        let authorization = "Bearer \(secret)"
        if let url = file.url { return .known(FilePlace(url: url, authorization: authorization)) }
        guard let number = file.number else { throw .noAddress }
        return .asked(.get("\(address)/files.info?file=\(number)", authorization: authorization))
    }

    package func place(in answer: APIAnswer, secret: String, at now: Date) throws(AttachmentRefusal) -> FilePlace {
        let json = answer.body.flatMap { try? JSONValue(parsing: $0) }
        if json?["ok"]?.flag == false { throw refusal(json?["error"]?.text ?? "no reason given") }
        do { try answer.requireSuccess(from: provider, at: now) } catch { throw AttachmentRefusal(error) }
        let file = json?["file"]
        guard let url = (file?["url_private_download"] ?? file?["url_private"])?.text else { throw nonsense(answer) }
        return FilePlace(url: url, authorization: "Bearer \(secret)")
    }

    private func refusal(_ error: String) -> AttachmentRefusal {
        switch error {
        case "file_not_found", "file_deleted":
            .gone("Slack does not have the file any more, or the app may not see it (\(error.asRemark)).")
        case "missing_scope": .failed("Slack does not let the token read files. \(Self.scopeAdvice)")
        case "ratelimited", "service_unavailable", "request_timeout", "internal_error", "fatal_error":
            .unreached("Slack does not give it at the moment (\(error.asRemark)).")
        case _ where Self.tokenErrors.contains(error): badToken(forFiles: error)
        default: .failed("Slack does not give it (\(error.asRemark)).")
        }
    }

    /// By the scopes that Slack tells with each answer; true where it does not.
    func mayReadFiles(_ answer: APIAnswer) -> Bool {
        let scopes = answer.fields.values(of: "X-OAuth-Scopes")
        let names = scopes.flatMap { $0.split(whereSeparator: { $0 == "," || $0 == " " }) }
        return names.isEmpty || names.contains("files:read")
    }

    static let scopeAdvice =
        "Give the app the scope files:read, install it again, and put its token where “token” of the channel points."
}
