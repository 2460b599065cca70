import Foundation
package import Model
import Replies
import Storage

extension Desk {
    /// A draft with everything there is to know before deciding; nil where there is none.
    package func review(_ id: Draft.ID, for user: String) async throws -> DraftReview? {
        guard let (draft, record) = try await find(id) else { return nil }
        return try await review(draft, record, for: user)
    }

    /// The same for a text that is being written and not saved yet, with the moves that still stand in it.
    package func review(_ id: Draft.ID, as body: DraftBody, for user: String) async throws -> DraftReview? {
        guard let (stored, record) = try await find(id) else { return nil }
        var draft = stored
        draft.body = body
        draft.body.moves = body.movesKept(from: stored.body)
        return try await review(draft, record, for: user)
    }

    package func review(_ draft: Draft, _ record: ConversationRecord, for user: String) async throws -> DraftReview {
        let context: ReleaseContext
        switch try await releaseContext(draft, record, by: user, at: now()) {
        case .known(let known): context = known
        case .missing(let why): return DraftReview(draft, check(draft, record), obstacle: why)
        }
        let attempt = try ReleaseAttempt(draft, record, context, compose, check)
        let first = record.firstRelease(of: draft)
        return DraftReview(
            draft: draft,
            report: attempt.report,
            checkedText: ReadableDraft(draft.body).text,
            promises: draft.body.promise?.terms.map { PromiseInWords($0, draft.body, context) } ?? [],
            offers: offers(of: draft, context),
            limits: draft.body.limits.map { LimitStanding($0, context) },
            suggestedDays: await suggestedDays(for: draft, context),
            obstacles: attempt.outcome.refusals + (first == user ? [.wantsSecondPair(first: user)] : []),
            firstRelease: first,
            question: record.question(about: draft),
            chat: ChatOutlook(draft, record, context, mail: attempt.mail)
        )
    }

    private func offers(of draft: Draft, _ context: ReleaseContext) -> [OfferStanding] {
        draft.body.offers.compactMap { context.rules.goodwill.offer($0.id) }.map { offer in
            OfferStanding(offer: offer, obstacle: context.obstacle(to: offer, cause: draft.body.goodwillCause))
        }
    }

    private func suggestedDays(for draft: Draft, _ context: ReleaseContext) async -> [String: CalendarDay] {
        var days: [String: CalendarDay] = [:]
        for matter in draft.body.matters {
            let term = await drafting.occasion.term(matter, context.inbox, context.at)
            days[matter] = term.day(from: context.at, context.inbox.hours)
        }
        return days
    }
}

extension ConversationRecord {
    /// Whoever released the version as it stands, where two people have to: every other step makes it another one.
    fileprivate func firstRelease(of draft: Draft) -> String? {
        guard draft.body.wantsSecondPair, draft.state == .pending else { return nil }
        let last = history.last { $0.message == draft.message && [.seconded, .edited, .drafted].contains($0.event) }
        return last?.event == .seconded ? last?.actor : nil
    }

    fileprivate func question(about draft: Draft) -> SeniorQuestion? {
        guard let name = draft.askedBy else { return nil }
        let place = "draft \(draft.id): "
        let asked = history.last { $0.event == .asked && $0.actor == name && $0.detail.hasPrefix(place) }
        return SeniorQuestion(by: name, text: String((asked?.detail ?? "").dropFirst(place.count)))
    }
}

extension Decision {
    fileprivate var refusals: [Refusal] {
        if case .refused(let refusals) = self { refusals } else { [] }
    }
}

extension DraftReview {
    /// Of a draft that cannot be released whatever stands in it.
    fileprivate init(_ draft: Draft, _ report: CharterReport, obstacle: Refusal) {
        self.init(
            draft: draft,
            report: report,
            checkedText: ReadableDraft(draft.body).text,
            promises: [],
            offers: [],
            limits: [],
            suggestedDays: [:],
            obstacles: [obstacle]
        )
    }
}

extension PromiseInWords {
    fileprivate init(_ terms: PromiseTerms, _ body: DraftBody, _ context: ReleaseContext) {
        what = terms.what
        owner = terms.owner ?? context.agent.name
        due = terms.settled(by: body.slots).flatMap { PromiseDue.moment(of: $0.due, context) }
        dueText =
            switch (due, terms.due) {
            case (let due?, _): DueText.text(due, in: context.inbox.hours.zone)
            case (nil, .day(let day)): "\(DueText.text(day)), which has passed"
            case (nil, _): "still to be filled in"
            }
    }
}

extension LimitStanding {
    fileprivate init(_ id: String, _ context: ReleaseContext) {
        let limit = context.rules.limits.first { $0.id == id }
        self.init(id: id, limit: limit, isInForce: limit?.isInForce(on: context.today) ?? false)
    }
}
