import Foundation
import Model
import Reading
import Scoring

/// What `intents explain` says, in the keys of its JSON.
struct ExplainedText: Encodable {
    struct Part: Encodable {
        var keyword: String
        var weight: Double
        var text: String
        var start: Int
        var end: Int
        var mendedFrom: String?

        init(_ part: Evidence, of scalars: [Unicode.Scalar]) {
            keyword = part.keyword
            weight = part.weight
            (start, end) = (part.start, part.end)
            text = ExplainedText.words(scalars, part.start..<part.end)
            mendedFrom = part.mendedFrom
        }
    }

    struct Side: Encodable {
        var intent: String
        var score: Double
        var base: Double
        var parts: [Part]

        init(_ side: ScoreExplanation.Side, of scalars: [Unicode.Scalar]) {
            intent = side.label
            score = side.score
            base = side.base
            parts = side.parts.map { Part($0, of: scalars) }
        }
    }

    struct Removal: Encodable {
        /// The words to take out.
        var words: [String]
        /// null where no intent would be left.
        var intent: String?
    }

    struct Change: Encodable {
        var intent: String
        var keyword: String
        var weight: Double
        var needed: Double
    }

    var language: String
    var intents: [ScoredIntent]
    var abstained: Bool
    var winner: Side?
    var runnerUp: Side?
    var removal: Removal?
    var weightChange: Change?
    /// Words that no example has; empty where nothing was learned.
    var unknownWords: [String]

    init(_ text: String, language: String, by reader: MessageReader) {
        let scalars = Array(text.unicodeScalars)
        let ranking = reader.ranking(of: text, language: language)
        let explanation = reader.explanation(of: text, language: language)
        self.language = language
        intents = Array(ranking.intents.prefix(3))
        abstained = ranking.abstained
        winner = explanation.map { Side($0.winner, of: scalars) }
        runnerUp = explanation?.runnerUp.map { Side($0, of: scalars) }
        removal = explanation?.removal.map { removal in
            Removal(words: removal.places.map { Self.words(scalars, $0) }, intent: removal.winner)
        }
        weightChange = explanation?.weightChange.map {
            Change(intent: $0.label, keyword: $0.keyword, weight: $0.weight, needed: $0.needed)
        }
        unknownWords = explanation?.unknownWords.map { Self.words(scalars, $0) } ?? []
    }

    fileprivate static func words(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range.clamped(to: scalars.indices)]))
    }
}

extension ExplainedText {
    /// The same for a person.
    var forPeople: String {
        guard let winner else { return "Language: \(language)\nNo keyword of any intent was found." }
        let clear = abstained ? " (not clear: a person decides)" : ""
        let heads = intents.map { "\($0.intent) \(Int(($0.confidence * 100).rounded())) %" }
        let lines = ["Language: \(language)", "Intent:   \(heads.joined(separator: ", "))\(clear)", ""]
        let sides = [winner, runnerUp].compactMap(\.self).flatMap(Self.lines)
        return (lines + sides + whatIf).joined(separator: "\n")
    }

    private static func lines(_ side: Side) -> [String] {
        let base = side.base == 0 ? [] : ["  \(number(side.base))  to begin with"]
        let parts = side.parts.map { part in
            let mend = part.mendedFrom.map { ", mended from “\($0)”" } ?? ""
            return "  \(number(part.weight))  “\(part.keyword)”  at \(part.start) to \(part.end)\(mend)"
        }
        return ["\(side.intent)  \(number(side.score))"] + base + parts + [""]
    }

    private var whatIf: [String] {
        var lines: [String] = []
        if let removal {
            let words = removal.words.map { "“\($0)”" }.joined(separator: ", ")
            lines.append("Without \(words) it would be \(removal.intent ?? "nothing that is known").")
        }
        if let change = weightChange {
            let needed = change.needed.formatted(.number.precision(.fractionLength(0...2)))
            lines.append(
                "With “\(change.keyword)” at \(needed) in place of \(change.weight.formatted()) for \(change.intent), "
                    + "\(runnerUp?.intent ?? "another") would win."
            )
        }
        if !unknownWords.isEmpty { lines.append("Not known from examples: \(unknownWords.joined(separator: ", "))") }
        return lines
    }

    /// To three places, aligned; sums are exact in the JSON.
    private static func number(_ value: Double) -> String {
        let text = abs(value).formatted(.number.precision(.fractionLength(3)).grouping(.never))
        return "\(value < 0 ? "−" : "+")\(text)"
    }
}
