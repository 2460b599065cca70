package import Foundation
package import Model
package import Replies

/// A message of the past with everything that a draft for it is composed of, so that it can be drafted for again.
package struct PastDraft: Hashable, Sendable {
    package var message: Message
    /// What the program drafted then.
    package var written: DraftBody
    package var draftedAt: Date
    package var situation: ReplySituation

    package init(_ past: DraftedMessage, situation: ReplySituation) {
        message = past.message
        written = past.draft
        draftedAt = past.draftedAt
        self.situation = situation
    }
}

extension MessagePreparation {
    /// Each message with what is known of its customer now, by the limits of the day on which it was drafted for.
    package func past(_ messages: [DraftedMessage], _ circumstances: Circumstances) async -> [PastDraft] {
        var past: [PastDraft] = []
        past.reserveCapacity(messages.count)
        for drafted in messages {
            guard let question = question(about: drafted.message, at: drafted.draftedAt) else { continue }
            past.append(PastDraft(drafted, situation: await circumstances.situation(for: question)))
        }
        return past
    }

    /// The same in everything but its templates.
    package func drafting(with templates: TemplateSet) -> MessagePreparation {
        var changed = self
        changed.composer = composer.drafting(with: templates)
        return changed
    }
}
