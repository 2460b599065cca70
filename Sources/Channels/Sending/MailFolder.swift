import Foundation
package import Model

/// A folder in place of a relay, for the demo: what would be sent is kept there, a file a mail, and leaves no further.
package struct MailFolder: Sendable {
    private let path: String

    package init(path: String) {
        self.path = path
    }

    /// Keeps a mail under a name made of its Message-ID.
    package func deliver(_ mail: ComposedMail, willHandOver: @Sendable () async throws -> Void) async -> DeliveryOutcome
    {
        let file = "\(path)/\(mail.messageID.filter { $0.isLetter || $0.isNumber || ".-@".contains($0) }).eml"
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try await willHandOver()
            try Data(mail.raw).write(to: URL(filePath: file), options: .atomic)
            return .accepted(answer: "kept in \(file)")
        } catch {
            return .deferred(answer: "\(file) cannot be written: \(error.localizedDescription)")
        }
    }
}
