package import Model

/// A draft as it stands, rendered for looking at: filled slots filled, open ones still shown as `[[name]]`.
package struct DraftRendering: Hashable, Sendable {
    /// Plain text.
    package let text: String
    /// A fragment of HTML without any that somebody wrote.
    package let html: String

    package init(_ body: DraftBody) {
        let document = MarkdownDocument(SlotFilling(body).text)
        text = document.plainText()
        html = document.html()
    }
}
