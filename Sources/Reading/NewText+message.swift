import Model

extension NewText {
    /// The text that was written this time in a message.
    package init(_ message: MessageToRead) {
        self = Self.extract(
            from: message.content.text,
            structured: message.structuredText,
            subject: message.content.subject,
            isReply: !message.content.inReplyTo.isEmpty
        )
    }

    /// What the message is read by: its own words, or those that it passes on where it has none.
    var telling: String {
        text.isEmpty ? passedOn : text
    }

    /// Whether the words tell their language by themselves.
    package var tellsLanguage: Bool {
        LanguageDetector.tells(telling)
    }
}
