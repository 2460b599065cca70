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
        var reply = ReplyToCheck(body, message: reading, content: content, agent: agent)
        if !inbox.senderName.isEmpty { reply.signedBy.append(inbox.senderName) }
        return charter.report(reply)
    }

    /// The look-ups that a draft for a message has a use for.
    package func lookups(for question: SituationQuestion) -> Set<String> {
        composer.lookups(for: question.reading, inbox: question.inbox)
    }
}
