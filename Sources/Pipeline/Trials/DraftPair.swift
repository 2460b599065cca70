import Model
import Replies

/// One message's draft before and after a change of templates, each with what the charter says of it.
struct DraftPair: Sendable {
    struct Checked: Sendable {
        var body: DraftBody
        var report: CharterReport
    }

    let message: Message.ID
    let before: Checked
    /// nil where there would be no draft.
    let after: Checked?

    /// - Parameter earlier: nil for the draft as it was written then, held against the charter of now.
    init(_ past: PastDraft, _ earlier: MessagePreparation?, _ later: MessagePreparation) {
        message = past.message.id
        let new = later.draftAnew(past.message, situation: past.situation)
        after = new.map { Checked($0, past, later) }
        let old = earlier.map { $0.draftAnew(past.message, situation: past.situation) ?? past.written } ?? past.written
        // Most drafts stay as they were: they need not be checked twice.
        let checked = earlier == nil && old == new ? after : nil
        before = checked ?? Checked(old, past, earlier ?? later)
    }

    /// nil where nothing that anybody sees is another.
    var change: TemplateTrial.Change? {
        let lines = LineChange.between(ShownDraft.lines(before.body), after.map { ShownDraft.lines($0.body) } ?? [])
        let slots = newOpenSlots
        let (gained, lost) = changedFindings
        guard lines.contains(where: { $0.kind != .same }) || !slots.isEmpty || !gained.isEmpty || !lost.isEmpty else {
            return nil
        }
        return TemplateTrial.Change(
            message: message,
            lines: lines,
            newOpenSlots: slots,
            gained: gained,
            lost: lost,
            scoreBefore: before.report.score,
            scoreAfter: after?.report.score
        )
    }

    private var newOpenSlots: [String] {
        let known = Set(before.body.openRequired.map(\.name))
        return after?.body.openRequired.filter { !known.contains($0.name) }.map(\.label) ?? []
    }

    /// Two findings are the same where check and words are; of those that differ in their words only, the surplus.
    private var changedFindings: (gained: [Finding], lost: [Finding]) {
        guard let after else { return ([], before.report.findings) }
        return (
            Self.surplus(of: after.report.findings, over: before.report.findings),
            Self.surplus(of: before.report.findings, over: after.report.findings)
        )
    }

    private static func surplus(of findings: [Finding], over others: [Finding]) -> [Finding] {
        var counts = Dictionary(grouping: others, by: \.check).mapValues(\.count)
        return findings.filter { finding in
            guard let count = counts[finding.check], count > 0 else { return true }
            counts[finding.check] = count - 1
            return false
        }
    }
}

extension DraftPair.Checked {
    init(_ body: DraftBody, _ past: PastDraft, _ preparation: MessagePreparation) {
        self.body = body
        report = preparation.report(
            on: body,
            answering: past.message.reading,
            past.message.content,
            inbox: preparation.inbox(past.message.inbox)
        )
    }
}

extension DraftBody {
    fileprivate var openRequired: [Slot] {
        slots.filter { $0.isRequired && ($0.value ?? "").isEmpty }
    }
}
