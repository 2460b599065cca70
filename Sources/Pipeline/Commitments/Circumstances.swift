package import Foundation
import Logging
package import Model
package import Replies
package import Storage

/// Finds out what is known besides a message, for its draft.
///
/// In charge of that a draft never waits for what cannot be found out: what does not answer is left out, and the draft
/// has a slot more.
package struct Circumstances: Sendable {
    private let store: any Store
    private let rules: LiveRules
    private let terms: SuggestedTerms
    private let facts: @Sendable (SituationQuestion) async -> LookupAnswers

    /// - Parameter facts: what other systems know of the matter; to answer within its own time limits.
    package init(
        store: any Store,
        rules: LiveRules,
        facts: @escaping @Sendable (SituationQuestion) async -> LookupAnswers = { _ in LookupAnswers() }
    ) {
        self.store = store
        self.rules = rules
        self.facts = facts
        terms = SuggestedTerms(store: store)
    }

    /// The language that somebody wrote to an inbox before; nil where there was none, or the store does not answer.
    func earlierLanguage(of person: String, in inbox: InboxName) async -> String? {
        try? await store.earlierLanguage(of: person, in: inbox)
    }

    /// The chat messages that are one thought with this one; none for mail, or where one of them is damaged.
    ///
    /// Throws where the store has to be waited for: without them the draft would answer the last line alone, in the place of
    /// one that answers all.
    func burst(before message: UnreadMessage, in channel: ChannelSettings?) async throws -> [UnreadMessage] {
        guard let channel, message.form == .chat, channel.pause > 0 else { return [] }
        do {
            return try await store.burst(
                before: message.id,
                pause: channel.pause,
                window: channel.conversationWindow
            )
        } catch let error as StoreError where !error.isTransient {
            return []
        }
    }

    /// Everything that a draft is composed with besides the message.
    package func situation(for question: SituationQuestion) async -> ReplySituation {
        async let answers = facts(question)
        var situation = ReplySituation(at: question.at)
        if let person = question.customer?.key {
            let name = question.inbox.name
            let record = try? await store.customer(
                person,
                vouched: question.content.chat?.verifiedKey,
                in: name,
                besides: question.conversation
            )
            situation.customer = record ?? CustomerRecord()
        }
        let rules = rules.value
        let today = CalendarDay(question.at, in: question.inbox.hours.zone)
        situation.limits = rules.limitsInForce(on: today)
        situation.offers = rules.goodwill.grantable
        situation.suggestedDays = await suggestedDays(for: question)
        let found = await answers
        situation.facts = found.facts
        situation.lookupFailures = found.failures
        return situation
    }

    /// How much time a promise should give itself.
    func term(for matter: String, in inbox: Inbox, at: Date) async -> SuggestedTerm {
        await terms.term(for: matter, in: inbox, at: at)
    }

    /// The day by which a message that comes to an inbox then is answered, by experience; nil where there is too little of
    /// it for a promise that no person looks at.
    package func likelyDay(in inbox: Inbox, at: Date) async -> CalendarDay? {
        let term = await terms.answerTerm(in: inbox, at: at)
        return term.samples >= Self.fewestAnswers ? term.day(from: at, inbox.hours) : nil
    }

    private static let fewestAnswers = 30

    private func suggestedDays(for question: SituationQuestion) async -> [String: CalendarDay] {
        var days: [String: CalendarDay] = [:]
        for matter in question.reading.matters.prefix(Self.mostMatters) {
            let term = await term(for: matter, in: question.inbox, at: question.at)
            days[matter] = term.day(from: question.at, question.inbox.hours)
        }
        return days
    }

    private static let mostMatters = 8
}

extension GoodwillPolicy {
    /// What somebody may give at one time.
    fileprivate var grantable: [GoodwillOffer] {
        offers.filter { offer in
            rules.contains { rule in
                rule.currency == offer.value.currency && (rule.each.map { offer.value.minorUnits <= $0 } ?? true)
            }
        }
    }
}
