import Foundation
package import Model

/// A folder in place of a relay, for the demo: what would be sent is kept there, a file each (`.eml` for mail, `.json` for
/// the reply in a chat), and leaves no further.
package struct MailFolder: Sendable {
    private let path: String

    package init(path: String) {
        self.path = path
    }

    /// Keeps a reply under a name made of its Message-ID.
    package func deliver(_ mail: ComposedMail, willHandOver: @Sendable () async throws -> Void) async -> DeliveryOutcome
    {
        let name = mail.messageID.filter { $0.isLetter || $0.isNumber || ".-@".contains($0) }
        let file = "\(path)/\(name).\(mail.form == .mail ? "eml" : "json")"
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try await willHandOver()
            try Self.readable(mail).write(to: URL(filePath: file), options: .atomic)
            return .accepted(answer: "kept in \(file)")
        } catch {
            return .deferred(answer: "\(file) cannot be written: \(error.localizedDescription)")
        }
    }

    /// A mail as it would go out; JSON with lines and indents, for whoever opens the file.
    private static func readable(_ mail: ComposedMail) throws -> Data {
        let raw = Data(mail.raw)
        guard mail.form != .mail else { return raw }
        return try JSONSerialization.data(
            withJSONObject: JSONSerialization.jsonObject(with: raw),
            options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        )
    }
}
