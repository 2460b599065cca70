package import Model
import Replies

extension MessagePreparation {
    /// What the charter says of a draft as it stands, as an answer to what the customer wrote.
    ///
    /// - Parameter agent: the display name of who will release it; nil where nobody is known yet.
    package func report(on draft: Draft, in record: ConversationRecord, agent: String? = nil) -> CharterReport {
        let message = record.messages.first { $0.id == draft.message }
        return report(
            on: draft.body,
            answering: message?.reading,
            message?.content,
            inbox: inbox(record.conversation.inbox),
            agent: agent
        )
    }

    /// - Parameters:
    ///   - reading: nil where nothing is known of the message it answers.
    package func report(
        on body: DraftBody,
        answering reading: Model.Reading?,
        _ content: MessageContent?,
        inbox: Inbox,
        agent: String? = nil
    ) -> CharterReport {
        let readable = ReadableDraft(body, agent: agent)
        return charter.report(
            ReplyToCheck(
                text: readable.text,
                language: body.language,
                formality: body.formality,
                form: body.form,
                // A draft that no message is the reason for owes no answer to one.
                message: body.occasion == .message ? reading : nil,
                attachments: content?.attachments.count ?? 0,
                customerName: content?.from?.name,
                matters: body.matters,
                moves: readable.moves,
                promise: body.promise,
                recovery: body.recovery,
                signedBy: [agent, inbox.senderName].compactMap(\.self).filter { !$0.isEmpty },
                openSlots: Set(body.slots.filter { ($0.value ?? "").isEmpty }.map(\.name))
                    .union(agent == nil ? [Placeholder.agentName.slotName] : [])
            )
        )
    }

    /// The look-ups that a draft for a message has a use for.
    package func lookups(for question: SituationQuestion) -> Set<String> {
        composer.lookups(for: question.reading, inbox: question.inbox)
    }
}
