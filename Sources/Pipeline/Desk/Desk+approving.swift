import Foundation
package import Model
import Storage

extension Desk {
    /// Releases one version of a draft, with everything that it commits us to. The mail waits in the outbox until the undo
    /// window has passed.
    package func approve(
        _ id: Draft.ID,
        version: Int,
        recipients: Recipients,
        threadHead: ThreadHead,
        by user: String
    ) async throws -> Decision<OutgoingMail.ID> {
        let at = now()
        let approval = Approval(
            draft: id,
            version: version,
            recipients: recipients,
            threadHead: threadHead,
            by: user,
            at: at
        )
        guard let (draft, record) = try await find(id) else { return .refused([.noSuchDraft]) }
        let objections = approval.objections(to: draft, head: record.conversation.head)
        guard objections.isEmpty else { return .refused(objections) }
        let context: ReleaseContext
        switch try await releaseContext(draft, record, by: user, at: at) {
        case .known(let known): context = known
        case .missing(let why): return .refused([why])
        }
        switch try ReleaseAttempt(draft, record, context, compose, check).outcome {
        case .refused(let reasons):
            return .refused(reasons)
        case .done(let release):
            let outgoing = NewOutgoingMail(
                kind: .reply,
                inbox: context.inbox.name,
                mail: release.mail,
                notBefore: at.addingTimeInterval(context.inbox.undoWindow)
            )
            let decision = try await store.approve(approval, mail: outgoing, commitments: release.commitments)
            if case .done = decision { outboxChanged() }
            return decision
        }
    }

    /// The draft as it was when the head was: else who comes second could be told that the thread moved, by a reply that
    /// is the first one's approval of this very draft.
    func find(_ id: Draft.ID) async throws -> (Draft, ConversationRecord)? {
        guard let place = try await store.draft(id)?.conversation, let record = try await store.conversation(place),
            let draft = record.drafts.first(where: { $0.id == id })
        else { return nil }
        return (draft, record)
    }

    /// Missing where the inbox is no longer configured, or nobody knows the user.
    func releaseContext(
        _ draft: Draft,
        _ record: ConversationRecord,
        by user: String,
        at: Date
    ) async throws -> ReleaseContextAnswer {
        let rules = rules.value
        guard let inbox = rules.inboxes[record.conversation.inbox] else { return .missing(.inboxGone(record)) }
        guard let agent = try await Agent(named: user, in: store) else { return .missing(.unknownUser(user)) }
        let written = record.messages.last { $0.content?.date != nil }?.content
        var context = ReleaseContext(
            inbox: inbox,
            rules: rules,
            agent: agent,
            customer: record.conversation.customer?.key ?? draft.body.recipients.to.first?.key ?? "",
            zone: CustomerClock.zone(of: written, inbox: inbox.hours.zone),
            taken: [:],
            at: at
        )
        let matter = context.goodwillCase(draft.body.goodwillCause)
        for currency in Set(rules.goodwill.offers.map(\.value.currency)) where !draft.body.offers.isEmpty {
            context.taken[currency] = try await taken(for: matter, currency: currency)
        }
        return .known(context)
    }

    /// What was given for other addresses of the customer counts as given to this one.
    private func taken(for matter: GoodwillCase, currency: String) async throws -> [String: Int] {
        var taken = try await store.goodwillTaken(from: matter.accounts, currency: currency)
        let others = try await store.identities(of: matter.customer).others.map(matter.customerAccount(of:))
        let elsewhere = try await store.goodwillTaken(from: others, currency: currency).values.reduce(0, +)
        if elsewhere > 0 { taken[matter.customerAccount, default: 0] += elsewhere }
        return taken
    }
}

/// Who would release a draft and by which rules, or why it can be released by nobody or not by them.
enum ReleaseContextAnswer: Sendable {
    case known(ReleaseContext)
    case missing(Refusal)
}

extension Refusal {
    static func inboxGone(_ record: ConversationRecord) -> Refusal {
        .notSendable("The inbox \(record.conversation.inbox) is no longer configured.")
    }
}
