package import Model

extension ReplyToCheck {
    /// A draft as it stands, as the customer will read it.
    ///
    /// - Parameters:
    ///   - message: the reading of the message that it answers; nil for a draft that answers none.
    ///   - content: of the same message.
    ///   - agent: the display name of who will release it; nil where nobody is known yet.
    package init(_ body: DraftBody, message: Reading?, content: MessageContent?, agent: String? = nil) {
        let readable = ReadableDraft(body, agent: agent)
        let marks = SlotMark.all(in: readable.text).map(\.name)
        let declared = Set(body.slots.map(\.name) + [SlotName.agent])
        self.init(
            text: readable.text,
            language: body.language,
            formality: body.formality,
            form: body.form,
            message: body.occasion == .message ? message : nil,
            attachments: content?.attachments.count ?? 0,
            customerName: content?.from?.name,
            matters: body.matters,
            moves: readable.moves,
            promise: body.promise,
            recovery: body.recovery,
            signedBy: agent.map { [$0] } ?? [],
            openSlots: Set(marks).intersection(declared)
        )
    }
}
