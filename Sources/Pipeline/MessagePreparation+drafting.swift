package import Foundation
package import Model
package import Replies

extension MessagePreparation {
    /// A draft for what a person said the message is about, else for what was read from it; nil where it wants none.
    package func draftAnew(_ message: Message, situation: ReplySituation) -> DraftBody? {
        guard let reading = message.readingOfMatters, let content = message.content else { return nil }
        return composer.draft(reading: reading, content: content, inbox: inbox(message.inbox), situation: situation)
    }

    /// The same by what the store and other systems know at that time.
    package func draftAnew(_ message: Message, _ circumstances: Circumstances, at: Date) async -> DraftBody? {
        guard let question = question(about: message, at: at) else { return nil }
        return draftAnew(message, situation: await circumstances.situation(for: question))
    }

    /// A draft for something other than the message, which is the last one of its conversation; nil where there is no
    /// template for it.
    func draft(
        for facts: OccasionFacts,
        _ message: Message,
        _ circumstances: Circumstances,
        at: Date
    ) async -> DraftBody? {
        guard let question = question(about: message, at: at) else { return nil }
        return composer.draft(
            for: facts,
            reading: question.reading,
            content: question.content,
            inbox: question.inbox,
            situation: await circumstances.situation(for: question)
        )
    }

    func question(about message: Message, at: Date) -> SituationQuestion? {
        guard let reading = message.readingOfMatters, let content = message.content else { return nil }
        return SituationQuestion(
            reading: reading,
            content: content,
            inbox: inbox(message.inbox),
            customer: customer(of: content),
            conversation: message.conversation,
            at: at
        )
    }
}

extension Message {
    /// What was read, with the matters that people say it is about.
    fileprivate var readingOfMatters: Reading? {
        guard var reading else { return nil }
        reading.matters = matters
        reading.abstained = matters.isEmpty
        return reading
    }
}
