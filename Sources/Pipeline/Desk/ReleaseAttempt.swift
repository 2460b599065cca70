import Model
import Storage

/// A draft looked at as if it were released now: the mail and what it commits us to, or everything that is in the way.
struct ReleaseAttempt {
    struct Release: Hashable, Sendable {
        var mail: ComposedMail
        var commitments: Commitments
    }

    let outcome: Decision<Release>
    let report: CharterReport
    /// The mail, where the words of the draft make one, whatever else is in the way.
    let mail: ComposedMail?

    init(
        _ draft: Draft,
        _ record: ConversationRecord,
        _ context: ReleaseContext,
        _ compose: (ReplyToCompose) throws -> ReplyComposition,
        _ check: (Draft, ConversationRecord) -> CharterReport
    ) throws {
        let plan = CommitmentPlan(draft.body, context)
        let reply = ReplyToCompose(
            draft: draft,
            record: record,
            inbox: context.inbox,
            agent: context.agent.displayName,
            at: context.at
        )
        let composition = try compose(reply)
        report = check(draft, record)
        let blocking = report.findings.filter { $0.severity == .block }
        let blocked: [Refusal] = blocking.isEmpty ? [] : [.blocked(blocking)]
        let others = plan.otherRefusals + blocked
        mail = if case .composed(let mail) = composition { mail } else { nil }
        switch composition {
        case .composed(let mail) where plan.promiseRefusals.isEmpty && others.isEmpty:
            outcome = .done(Release(mail: mail, commitments: plan.commitments))
        case .composed:
            outcome = .refused(plan.promiseRefusals + others)
        case .refused(let reasons):
            // What is wrong with its promises is among the reasons.
            outcome = .refused(reasons + others)
        }
    }
}
