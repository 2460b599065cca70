import ConfigurationFiles
import Foundation
import Model
import Reading
import Replies
import Testing

/// A message, a reply to it, and what the charter has to find in it: a row of the tables beside this file.
struct CharterCase: CustomTestStringConvertible, Sendable {
    var id: String
    var language: String
    var customer: String
    var message: String
    var reply: String
    /// Whether a good agent would send it as it is.
    var isGood = false
    var must: Set<String> = []
    var mustNot: Set<String> = []

    var testDescription: String { id }

    /// Those the words were made with, and those they were measured on afterwards.
    static let known = ["en", "de", "fr", "es"].flatMap { language in
        ["table", "more.table", "third.table", "fourth.table"].flatMap {
            cases(in: "\(language).\($0)", language: language)
        }
    }
    static let heldOut = ["en", "de", "fr", "es"].flatMap { language in
        ["heldout.table", "fifth.table"].flatMap { cases(in: "\(language).\($0)", language: language) }
    }

    private static func cases(in file: String, language: String) -> [CharterCase] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: file)
        guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
        return "\n\(text)".components(separatedBy: "\n# ").dropFirst().map { CharterCase($0, language: language) }
    }

    /// `id | customer | good or must a b | not c d`, then the message behind `> `, then the reply.
    private init(_ block: String, language: String) {
        let lines = block.components(separatedBy: "\n")
        let head = lines[0].components(separatedBy: " | ")
        id = head[0]
        customer = head[1]
        self.language = language
        for part in head.dropFirst(2) {
            let words = part.split(separator: " ").map(String.init)
            switch words.first {
            case "good": isGood = true
            case "must": must = Set(words.dropFirst())
            default: mustNot = Set(words.dropFirst())
            }
        }
        message = lines.dropFirst().filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }.joined(
            separator: "\n"
        )
        reply = lines.dropFirst().filter { !$0.hasPrefix("> ") }.joined(separator: "\n")
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

extension CharterCase {
    private static let loaded = ConfigurationFolder(ShippedFilesTests.directories).load()
    private static let reader = loaded.lexicons.flatMap { try? MessageReader($0) }
    static let charter = loaded.charter.map(Charter.init)

    /// What the charter says of it, with the message read as the program reads it.
    func report() throws -> CharterReport {
        let charter = try #require(Self.charter)
        return charter.report(try checked())
    }

    func checked() throws -> ReplyToCheck {
        let reader = try #require(Self.reader)
        let content = MessageContent(from: MailAddress(name: customer, address: "customer@mail.example"), text: message)
        let reading = reader.read(
            MessageToRead(content: content, fields: []),
            languages: [language],
            takenAt: Date(timeIntervalSince1970: 1_772_000_000),
            context: AutomaticMailContext(ourAddresses: [])
        )
        return ReplyToCheck(text: reply, language: language, message: reading, customerName: customer)
    }
}
