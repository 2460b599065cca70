import Foundation
import Scoring

/// Reads the lexicons that the project ships, of which the form is plain enough: the tests need no more of YAML.
enum LabelFile {
    static func lexicon(_ name: String) throws -> Lexicon {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: package.appending(path: "config/\(name).yaml"), encoding: .utf8)
        return try Lexicon(labels: labels(text), counting: .everywhere)
    }

    static func labels(_ text: String) throws -> [Lexicon.Label] {
        var labels: [Lexicon.Label] = []
        var language = ""
        for line in text.split(separator: "\n") {
            let content = line.trimmingCharacters(in: .whitespaces)
            if content.hasPrefix("- id: ") {
                labels.append(Lexicon.Label(id: String(content.dropFirst(6)), keywords: [:]))
            } else if line.hasPrefix("        "), !content.hasPrefix("#") {
                guard let last = labels.indices.last, let colon = content.lastIndex(of: ":"),
                    let weight = Double(content[content.index(after: colon)...].trimmingCharacters(in: .whitespaces))
                else { throw TableFault(line: content) }
                let phrase = unquoted(content[..<colon])
                labels[last].keywords[language, default: []].append(Lexicon.Keyword(phrase, weight))
            } else if line.hasPrefix("      "), !content.hasPrefix("#") {
                language = unquoted(content.dropLast())
            }
        }
        return labels
    }

    private static func unquoted(_ text: some StringProtocol) -> String {
        text.hasPrefix("\"") ? String(text.dropFirst().dropLast()) : String(text)
    }
}
