import Foundation
import Model
import Replies
import Storage

/// What the release of a draft would commit us to, and what of it cannot be. Pure.
struct CommitmentPlan: Hashable, Sendable {
    private(set) var commitments = Commitments.none
    /// What cannot be promised, or was not decided. Composing the mail finds most of it too.
    private(set) var promiseRefusals: [Refusal] = []
    private(set) var otherRefusals: [Refusal] = []

    init(_ body: DraftBody, _ context: ReleaseContext) {
        planPromises(body, context)
        planLimits(body, context)
        planGrants(body, context)
        guard !body.recovery.isEmpty else { return }
        let done = commitments.promises.map(\.dueAt).max() ?? context.at
        commitments.checkBack = context.inbox.promises.checkBack.end(from: done, context.inbox.hours)
    }

    private mutating func planPromises(_ body: DraftBody, _ context: ReleaseContext) {
        guard let terms = body.settledTerms else {
            promiseRefusals.append(.promiseUndecided)
            return
        }
        for terms in terms {
            guard let due = PromiseDue.moment(of: terms.due, context) else {
                promiseRefusals.append(
                    .notSendable("“\(terms.what)” would be due before it is promised: name a later time.")
                )
                continue
            }
            let promise = NewPromise(
                what: terms.what,
                owner: terms.owner ?? context.agent.name,
                matter: terms.matter,
                fulfilment: terms.fulfilment,
                dueAt: due
            )
            commitments.promises.append(promise)
        }
    }

    private mutating func planLimits(_ body: DraftBody, _ context: ReleaseContext) {
        let over = context.rules.limitsOver(body.limits, on: context.today)
        if !over.isEmpty { otherRefusals.append(.limitsOver(over)) }
        if case .limitEnded(let id) = body.occasion, context.rules.isInForce(id, on: context.today) {
            otherRefusals.append(.notSendable("“\(id)” is in force again: there is no end of it to tell."))
        }
        commitments.limits = body.limits
    }

    /// What the slots hold is looked up in the rules of today: an offer is worth what it is worth now.
    private mutating func planGrants(_ body: DraftBody, _ context: ReleaseContext) {
        let cause = body.goodwillCause
        for id in body.goodwill {
            guard let offer = context.rules.goodwill.offer(id) else {
                otherRefusals.append(.notSendable("“\(id)” is no longer given: choose something else, or nothing."))
                continue
            }
            if let obstacle = context.obstacle(to: offer, cause: cause) {
                otherRefusals.append(.overBudget(obstacle))
            } else if let grant = context.rules.goodwill.grant(offer, for: context.goodwillCase(cause)) {
                commitments.grants.append(grant)
            }
        }
    }
}

/// When a promise is due that is made at some moment.
enum PromiseDue {
    /// nil where that is not after it is promised, or a day is still to be filled in.
    static func moment(of due: PromiseTerms.Due, _ context: ReleaseContext) -> Date? {
        let hours = context.inbox.hours
        switch due {
        case .slot: return nil
        case .day(let day): return hours.due(by: day, customer: context.zone, after: context.at)
        case .moment(let date): return date > context.at ? date : nil
        case .within(let seconds): return hours.date(adding: seconds, to: context.at)
        case .workingDays(let days): return hours.date(addingDays: days, to: context.at)
        }
    }
}

extension DraftBody {
    /// The ids of the offers that somebody chose.
    var goodwill: [String] {
        slots.compactMap { slot in
            guard case .goodwill = slot.kind, let id = slot.value, !id.isEmpty else { return nil }
            return id
        }
    }

    /// The offers there are to choose from, each once.
    var offers: [GoodwillOffer] {
        var known: Set<String> = []
        let all = slots.flatMap { slot -> [GoodwillOffer] in
            if case .goodwill(let offers) = slot.kind { offers } else { [] }
        }
        return all.filter { known.insert($0.id).inserted }
    }
}
