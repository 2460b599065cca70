import Foundation
import Model
import Pipeline

/// What an edit of a template would have changed, in the keys of its JSON.
struct TriedTemplate: Encodable {
    struct Line: Encodable {
        var kind: LineChange.Kind
        var text: String
    }

    struct Found: Encodable {
        var check: String
        var severity: Finding.Severity
        var text: String
        var message: String

        init(_ finding: Finding) {
            check = finding.check
            severity = finding.severity
            text = finding.span.text
            message = finding.message
        }
    }

    struct Draft: Encodable {
        var message: Int64
        var lines: [Line]
        var newOpenSlots: [String]
        var gained: [Found]
        var lost: [Found]
        var scoreBefore: Int
        /// Left out where there would be no draft any more.
        var scoreAfter: Int?
    }

    struct Count: Encodable {
        var check: String
        var gained: Int
        var lost: Int
    }

    struct Offer: Encodable {
        var message: Int64
        var offer: String
        var reason: String
    }

    var template: String
    var looked: Int
    var changed: Int
    /// How many drafts would have a required slot open that they had not.
    var withNewOpenSlots: Int
    var findings: [Count]
    /// Means over all drafts; left out where there are none.
    var scoreBefore: Double?
    var scoreAfter: Double?
    var overBudget: [Offer]
    var drafts: [Draft]
    /// Whether look-ups stand open because they were not asked.
    var lookupsLeftOut: Bool
    var seconds: Double

    init(_ name: String, _ trial: TemplateTrial, shown: Int, seconds: Double, asked: Bool) {
        template = name
        looked = trial.looked
        changed = trial.changes.count
        withNewOpenSlots = trial.changes.count { !$0.newOpenSlots.isEmpty }
        findings = trial.findings.map { Count(check: $0.check, gained: $0.gained, lost: $0.lost) }
        (scoreBefore, scoreAfter) = (trial.scoreBefore, trial.scoreAfter)
        overBudget = trial.overBudget.map { Offer(message: $0.message.rawValue, offer: $0.offer, reason: $0.reason) }
        drafts = trial.changes.prefix(max(0, shown)).map(Draft.init)
        lookupsLeftOut = !asked
        self.seconds = seconds
    }
}

extension TriedTemplate.Draft {
    fileprivate init(_ change: TemplateTrial.Change) {
        message = change.message.rawValue
        lines = change.lines.map { TriedTemplate.Line(kind: $0.kind, text: $0.line) }
        newOpenSlots = change.newOpenSlots
        gained = change.gained.map(TriedTemplate.Found.init)
        lost = change.lost.map(TriedTemplate.Found.init)
        (scoreBefore, scoreAfter) = (change.scoreBefore, change.scoreAfter)
    }
}

extension TriedTemplate {
    /// The same for a person.
    var forPeople: String {
        ([head] + summary + drafts.flatMap(\.forPeople)).joined(separator: "\n")
    }

    private var head: String {
        "\(changed) of \(looked) drafts from \(template) would be others, found in \(Self.number(seconds)) s."
    }

    private var summary: [String] {
        var lines: [String] = []
        if let before = scoreBefore, let after = scoreAfter {
            lines.append("Charter score: \(Self.number(before)) before, \(Self.number(after)) after, on average.")
        }
        if withNewOpenSlots > 0 { lines.append("Newly open slots: in \(withNewOpenSlots) drafts.") }
        lines += findings.prefix(20).map { "  \($0.check)\tfound \($0.gained) times more, \($0.lost) times less" }
        if lookupsLeftOut { lines.append("Look-ups were not asked: what they fill stands open (--lookups asks them).") }
        if !overBudget.isEmpty {
            lines.append("Over budget, if one agent gave the dearest offer each time: \(overBudget.count)")
            lines += overBudget.prefix(10).map { "  message \($0.message), \($0.offer): \($0.reason)" }
        }
        return lines
    }

    fileprivate static func number(_ value: Double) -> String {
        value.formatted(.number.precision(.fractionLength(1)).grouping(.never))
    }
}

extension TriedTemplate.Draft {
    fileprivate var forPeople: [String] {
        let score = scoreAfter.map { "score \(scoreBefore) → \($0)" } ?? "no draft any more"
        let slots = newOpenSlots.map { "  open: \($0)" }
        let findings =
            gained.map { "  found now: \($0.check), \($0.message)" } + lost.map { "  no longer found: \($0.check)" }
        return ["", "message \(message), \(score)"] + shownLines + slots + findings
    }

    /// What changed, with a line of what surrounds it.
    private var shownLines: [String] {
        let changed = lines.indices.filter { lines[$0].kind != .same }
        let near = Set(changed.flatMap { [$0 - 1, $0, $0 + 1] })
        return lines.indices.filter { near.contains($0) && (lines[$0].kind != .same || !lines[$0].text.isEmpty) }
            .map { "  \(Self.sign(lines[$0].kind)) \(lines[$0].text)" }
    }

    private static func sign(_ kind: LineChange.Kind) -> String {
        switch kind {
        case .same: " "
        case .removed: "-"
        case .added: "+"
        }
    }
}
