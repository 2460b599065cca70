import Foundation
import Scoring
import Testing

@testable import Reading

/// The asks' lexicon as it is shipped, read by the few forms of YAML that the file uses; what reads it in the program is
/// tested with the other files of configuration.
enum ShippedCues {
    static let finder: Result<AskFinder, any Error> = Result {
        AskFinder(cues: LexiconMatcher(try Lexicon(labels: try labels(), counting: .everywhere)))
    }

    static func labels() throws -> [Lexicon.Label] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().resolvingSymlinksInPath()
        let root = tests.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "config/asks.yaml"), encoding: .utf8)
        var labels: [Lexicon.Label] = []
        var language = ""
        for line in text.split(separator: "\n") {
            let indent = line.prefix { $0 == " " }.count
            let content = line.dropFirst(indent)
            if content.hasPrefix("- id: ") {
                labels.append(.init(id: String(content.dropFirst(6)), keywords: [:]))
            } else if indent == 6 {
                language = String(content.dropLast())
            } else if indent == 8, let colon = content.lastIndex(of: ":") {
                let phrase = content[..<colon].trimmingCharacters(in: ["\""])
                let weight = try #require(Double(content[colon...].dropFirst(2)))
                labels[labels.count - 1].keywords[language, default: []].append(.init(phrase, weight))
            }
        }
        return labels
    }
}
