package import Model

/// A draft as it stands, rendered for looking at: filled slots filled, open ones still shown as `[[name]]`.
package struct DraftRendering: Hashable, Sendable {
    /// Plain text.
    package let text: String
    /// A fragment of HTML without any that somebody wrote.
    package let html: String

    /// - Parameter agent: the display name of who will release it; nil where nobody is known yet.
    package init(_ body: DraftBody, agent: String? = nil) {
        let document = MarkdownDocument(SlotFilling(body, agent: agent).text)
        text = document.plainText()
        html = document.html()
    }
}
