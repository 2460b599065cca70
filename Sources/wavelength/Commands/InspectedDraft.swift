import Foundation
import Model
import Replies

/// What `inspect` says of a draft, in the keys of its JSON.
struct InspectedDraft: Encodable {
    var subject: String
    /// Plain text, open slots as `[[name]]`.
    var text: String
    var html: String
    var template: String
    var slots: [InspectedSlot]
    var moves: [InspectedMove]
    /// The first of `promises`.
    var promise: InspectedPromise?
    /// Empty where it promises nothing.
    var promises: [InspectedPromise]
    /// 100 less what each finding costs.
    var score: Int
    /// Their places are in Unicode scalars of `text`.
    var findings: [InspectedFinding]

    init(_ body: DraftBody, _ report: CharterReport) {
        let readable = ReadableDraft(body)
        let scalars = Array(readable.text.unicodeScalars)
        subject = body.subject
        text = readable.text
        html = DraftRendering(body).html
        template = body.template
        slots = body.slots.map(InspectedSlot.init)
        moves = readable.moves.map { InspectedMove($0, in: scalars) }
        promises = (body.promise?.terms ?? []).map(InspectedPromise.init)
        promise = promises.first
        score = report.score
        findings = report.findings.map(InspectedFinding.init)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(subject, forKey: .subject)
        try container.encode(text, forKey: .text)
        try container.encode(html, forKey: .html)
        try container.encode(template, forKey: .template)
        try container.encode(slots, forKey: .slots)
        try container.encode(moves, forKey: .moves)
        // null says that nothing is promised.
        try container.encode(promise, forKey: .promise)
        try container.encode(promises, forKey: .promises)
        try container.encode(score, forKey: .score)
        try container.encode(findings, forKey: .findings)
    }

    private enum Key: CodingKey {
        case subject, text, html, template, slots, moves, promise, promises, score, findings
    }
}

struct InspectedMove: Encodable {
    var name: String
    /// The intent that it answers; empty for what belongs to the whole reply.
    var matter: String
    var text: String

    init(_ span: MoveSpan, in scalars: [Unicode.Scalar]) {
        name = span.move.rawValue
        matter = span.matter
        text = String(String.UnicodeScalarView(scalars[span.start..<span.end]))
    }
}

struct InspectedPromise: Encodable {
    var what: String
    /// A day such as `2026-03-04`, a moment, `[[slot]]` for what a person fills in, or a time after the release.
    var by: String
    /// null for whoever releases the reply.
    var owner: String?

    init(_ terms: PromiseTerms) {
        what = terms.what
        owner = terms.owner
        by = terms.due.notation
    }
}

struct InspectedFinding: Encodable {
    var check: String
    var severity: Finding.Severity
    var start: Int
    var end: Int
    var message: String

    init(_ finding: Finding) {
        check = finding.check
        severity = finding.severity
        start = finding.span.start
        end = finding.span.end
        message = finding.message
    }
}

struct InspectedSlot: Encodable {
    var name: String
    var label: String
    /// `text`, `date`, `money`, `choice` or `goodwill`.
    var type: String
    /// What there is to choose from; empty for other types.
    var choices: [String]
    var required: Bool
    /// null until filled.
    var value: String?

    init(_ slot: Slot) {
        name = slot.name
        label = slot.label
        required = slot.isRequired
        value = slot.value
        (type, choices) =
            switch slot.kind {
            case .text: ("text", [])
            case .date: ("date", [])
            case .money: ("money", [])
            case .choice(let choices): ("choice", choices)
            case .goodwill(let offers): ("goodwill", offers.map(\.id))
            }
    }
}
