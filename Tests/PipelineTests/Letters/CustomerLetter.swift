import Foundation
import Model
import Testing

/// A customer's message of `Letters/*.txt`, with what its draft must and must not hold.
struct CustomerLetter: Sendable, CustomTestStringConvertible {
    var id: String
    var name: String
    var subject = ""
    var about: [String] = []
    /// By placeholder, such as `lookup.order.arrives`.
    var lookups: [String: FactValue] = [:]
    var says: [String] = []
    var never: [String] = []
    var text = ""

    var language: String { String(id.prefix(2)) }
    var testDescription: String { id }

    static let all: [CustomerLetter] = ["en", "de", "fr", "es"].flatMap { language in
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let text = (try? String(contentsOf: folder.appending(path: "\(language).txt"), encoding: .utf8)) ?? ""
        return letters(in: text)
    }

    static func letters(in text: String) -> [CustomerLetter] {
        var letters: [CustomerLetter] = []
        var isText = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("== ") {
                letters.append(CustomerLetter(heading: line.dropFirst(3)))
                isText = false
            } else if letters.isEmpty {
                continue
            } else if isText {
                letters[letters.count - 1].text += line + "\n"
            } else if line == "text:" {
                isText = true
            } else {
                letters[letters.count - 1].note(line)
            }
        }
        return letters
    }

    private init(heading: Substring) {
        let parts = heading.split(separator: " ", maxSplits: 1)
        id = String(parts.first ?? "")
        name = parts.count > 1 ? String(parts[1]) : ""
    }

    private mutating func note(_ line: String) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        switch line[..<colon] {
        case "about": about = value.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        case "subject": subject = value
        case "says": says.append(value)
        case "never": never.append(value)
        case let key where key.hasPrefix("lookup "):
            let name = "lookup." + key.dropFirst(7)
            lookups[name] = CalendarDay(value).map(FactValue.day) ?? .text(value)
        default: break
        }
    }

    /// The message as it would come in.
    var raw: [UInt8] {
        let mail = """
            From: =?utf-8?b?\(Data(name.utf8).base64EncodedString())?= <customer@home.example>
            To: Example Shop <hello@shop.example>
            Subject: =?utf-8?b?\(Data(subject.utf8).base64EncodedString())?=
            Date: Wed, 04 Mar 2026 09:00:00 +0000
            Message-ID: <\(id)@home.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            \(text)
            """
        return Array(mail.replacing("\n", with: "\r\n").utf8)
    }
}
