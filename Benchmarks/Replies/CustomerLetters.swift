import Foundation
import MIME
import Model
import TestSupport

/// The letters that the tests hold drafts against, as mail.
enum CustomerLetters {
    static func load() throws -> [[UInt8]] {
        let folder = FileManager.default.currentDirectoryPath + "/Tests/PipelineTests/Letters"
        let letters = try ["en", "de", "fr", "es"].flatMap { language in
            mails(in: try String(contentsOfFile: "\(folder)/\(language).txt", encoding: .utf8))
        }
        guard !letters.isEmpty else { throw BenchError("There are no letters in \(folder).") }
        return letters
    }

    /// Each begins with `== ID NAME`; what stands below `text:` is the text.
    private static func mails(in file: String) -> [[UInt8]] {
        file.components(separatedBy: "\n== ").compactMap { letter in
            guard let text = letter.range(of: "\ntext:\n") else { return nil }
            let head = letter[..<text.lowerBound].split(separator: "\n")
            let name = head.first?.split(separator: " ").dropFirst().joined(separator: " ") ?? ""
            let subject = head.first { $0.hasPrefix("subject: ") }?.dropFirst("subject: ".count) ?? "A question"
            let mail = MailToCompose(
                from: MailAddress(name: name, address: "a@customer.example"),
                to: [MailAddress(address: MailServer.user.address)],
                subject: String(subject),
                date: Date(timeIntervalSince1970: 1_772_500_000),
                messageID: "1@customer.example",
                text: String(letter[text.upperBound...])
            )
            return Composer.compose(mail)
        }
    }
}
