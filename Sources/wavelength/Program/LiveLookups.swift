import Channels
import Model
import Pipeline
import Synchronization

/// The look-ups in force, which change while the program runs.
final class LiveLookups: Sendable {
    private let current: Mutex<LookupClient>

    init(_ client: LookupClient) {
        current = Mutex(client)
    }

    func replace(by client: LookupClient) {
        current.withLock { $0 = client }
    }

    /// - Parameter needed: the names of the look-ups that the draft has a use for.
    func answers(to question: SituationQuestion, needed: Set<String>) async -> LookupAnswers {
        guard !needed.isEmpty else { return LookupAnswers() }
        let (reading, inbox) = (question.reading, question.inbox)
        return await current.withLock { $0 }.facts(
            for: reading,
            customer: question.customer?.address,
            needed: needed,
            language: reading.language == "und" ? inbox.defaultLanguage : reading.language,
            zone: inbox.hours.zone
        )
    }
}
