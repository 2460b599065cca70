package import Model

extension ReplyToCheck {
    /// A draft as the customer would read it now, with the message it answers.
    ///
    /// - Parameters:
    ///   - agent: the display name of who releases it; nil where nobody is known yet.
    ///   - reading: of the message; nil for a draft that answers none.
    ///   - content: of the same message.
    package init(_ draft: DraftBody, agent: String?, answering reading: Reading?, content: MessageContent?) {
        let readable = ReadableDraft(draft, agent: agent)
        self.init(
            text: readable.text,
            language: draft.language,
            formality: draft.formality,
            form: draft.form,
            message: reading,
            attachments: content?.attachments.count ?? 0,
            customerName: content?.from?.name,
            matters: draft.matters,
            moves: readable.moves,
            promise: draft.promise,
            recovery: draft.recovery,
            signedBy: [agent].compactMap(\.self),
            openSlots: Set(draft.slots.map(\.name)).union([SlotName.agent])
        )
    }
}
