import Model

extension PlaceholderValues {
    /// What a message gives, made safe for Markdown.
    init(reading: Reading, content: MessageContent, inbox: Inbox) {
        let facts = Facts(subject: content.subject, text: reading.newText)
        self[.customerFirstName] = PersonName.first(content.from?.name).map(MarkdownText.escaped)
        self[.customerName] = PersonName.full(content.from?.name).map(MarkdownText.escaped)
        self[.subject] = MarkdownText.escaped(SubjectLine.withoutReplyPrefix(content.subject))
        self[.ask] = RestatedAsk.sentence(in: reading, intent: reading.chosenIntent).map(MarkdownText.escaped)
        self[.orderNumber] = facts.orderNumber.map(MarkdownText.escaped)
        self[.invoiceNumber] = facts.invoiceNumber.map(MarkdownText.escaped)
        self[.inboxName] = MarkdownText.escaped(MarkdownText.singleLine(inbox.senderName))
    }

    /// What a header gives, as plain text.
    init(plain content: MessageContent, inbox: Inbox) {
        self[.customerFirstName] = PersonName.first(content.from?.name)
        self[.customerName] = PersonName.full(content.from?.name)
        self[.subject] = SubjectLine.withoutReplyPrefix(content.subject)
        self[.inboxName] = MarkdownText.singleLine(inbox.senderName)
    }
}
