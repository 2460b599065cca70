package import Model

/// The text of an inbox's automatic acknowledgement, compiled and checked.
package struct AcknowledgementText: Sendable {
    /// What the acknowledgement may say of the customer's message: nothing from its body, so that nobody can have us
    /// send words of theirs to a third person (RFC 3834 §3.2, §6).
    package static let placeholders: [Placeholder] = [
        .customerFirstName, .customerName, .subject, .inboxName, .promiseDue,
    ]

    /// The template as written: a digest of it is the handle of RFC 5230 §4.2.
    package let handle: String
    private let text: TemplateText

    /// - Throws: faults with lines counted from 1 within the text.
    package init(_ acknowledgement: Acknowledgement) throws(TemplateError) {
        handle = acknowledgement.text
        text = try TemplateText(acknowledgement.text, firstLine: 1, allowed: Self.placeholders)
    }

    /// The filled text, plain; nil where the text needs something that the message does not give, or is empty:
    /// then no acknowledgement is sent.
    ///
    /// - Parameter due: the day by which an answer is likely; nil where too little is known, which hides the sections
    ///   about it.
    package func render(for content: MessageContent, inbox: Inbox, due: CalendarDay? = nil) -> String? {
        var values = PlaceholderValues(plain: content, inbox: inbox)
        values[.promiseDue] = due.map { WrittenDate.day($0, language: inbox.defaultLanguage) }
        let filled = text.render(TextContext(values: values))
        let holes = Self.placeholders.map { SlotMark.text($0.slotName) }
        return filled.isEmpty || holes.contains(where: filled.contains) ? nil : filled
    }
}
