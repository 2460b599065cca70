import Foundation
import Model

/// A message of the tables beside this file, with what is to be read from it.
struct SituationCase: Sendable {
    var language: String
    var text: String
    var circumstances: [NamedWords] = []
    var expected = Signals()

    struct NamedWords: Sendable {
        var kind: NamedCircumstance.Kind
        /// What the span must hold.
        var words: String
    }

    static func table(_ language: String) throws -> [SituationCase] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let lines = try String(contentsOf: folder.appending(path: "\(language).table"), encoding: .utf8)
        return try cases(lines)
    }

    static func cases(_ text: String) throws -> [SituationCase] {
        var cases: [SituationCase] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix(" ") {
                guard let last = cases.indices.last else { throw TableFault(line: String(line)) }
                try cases[last].expect(line.trimmingCharacters(in: .whitespaces))
            } else {
                let parts = line.split(separator: "|", maxSplits: 1)
                guard parts.count == 2 else { throw TableFault(line: String(line)) }
                let message = parts[1].trimmingCharacters(in: .whitespaces).replacing("⏎", with: "\n")
                cases.append(SituationCase(language: parts[0].trimmingCharacters(in: .whitespaces), text: message))
            }
        }
        return cases
    }

    private mutating func expect(_ line: String) throws {
        let parts = line.split(separator: ":", maxSplits: 1)
        if parts.count == 2, let kind = NamedCircumstance.Kind(rawValue: String(parts[0])) {
            let words = parts[1].trimmingCharacters(in: .whitespaces)
            return circumstances.append(NamedWords(kind: kind, words: words))
        }
        for signal in line.split(separator: ",") { try expectSignal(signal.split(separator: " ")) }
    }

    private mutating func expectSignal(_ words: [Substring]) throws {
        let value = words.count == 2 ? Int(words[1]) : nil
        switch (words.first, value) {
        case ("sentiment", let value?): expected.sentiment = value
        case ("urgency", let value?): expected.urgency = value
        case ("distress", nil): expected.distress = true
        case ("churn", nil): expected.churnRisk = true
        case ("public", nil): expected.publicComplaintRisk = true
        case ("praise", nil): expected.praisesPerson = true
        default: throw TableFault(line: words.joined(separator: " "))
        }
    }
}

struct TableFault: Error {
    let line: String
}
