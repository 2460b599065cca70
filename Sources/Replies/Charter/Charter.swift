// The charter is in charge of saying whether a reply is good for the customer who reads it, and of each fault where it
// is and what to write instead. It judges sentences and the whole by rules over cue words that operators may edit.

package import Model
import Scoring

/// The charter with its words, ready to look at replies. Immutable; may be shared by threads.
package struct Charter: Sendable {
    private let cues: CueFinder
    private let scale: CharterScale
    /// Those that are not off.
    private let rules: [(rule: CharterRule, severity: Finding.Severity)]

    package init(_ lexicons: CharterLexicons) {
        cues = CueFinder(lexicons.cues)
        let scale = lexicons.scale
        self.scale = scale
        rules = CharterRule.all.compactMap { rule in scale.severity(of: rule.id).map { (rule, $0) } }
    }

    /// What the charter says of a reply. Never fails; takes time linear in the reply and the message it answers.
    package func report(_ reply: ReplyToCheck) -> CharterReport {
        let message = reply.message.map { CheckedMessage($0, attachments: reply.attachments, cues: cues) }
        let text = CheckedText(reply, message: message, cues: cues)
        let links = AskLinks(text)
        var findings: [Finding] = []
        let hasWords = cues.knows(reply.language)
        for (rule, severity) in rules where hasWords || !rule.needsWords {
            findings += rule.find(text, links).map { place in
                Finding(rule.id, severity, text.span(place.range), message: place.advice ?? rule.advice)
            }
        }
        findings.sort { ($0.span.start, $0.span.end, $0.check) < ($1.span.start, $1.span.end, $1.check) }
        return CharterReport(findings: findings, score: scale.score(of: findings), answers: links.answers(in: text))
    }

    /// The ids of all checks, in the order in which they are explained.
    package static var checks: [String] { CharterRule.all.map(\.id) }

    /// The page that explains a check, relative to the root; nil for an unknown id.
    package static func page(of check: String) -> String? {
        CharterRule.all.first { $0.id == check }.map { "seeds/charter/\($0.page).md" }
    }

    /// What a check wants, in one sentence; nil for an unknown id.
    package static func advice(of check: String) -> String? {
        CharterRule.all.first { $0.id == check }?.advice
    }
}
