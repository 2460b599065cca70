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

/// A draft as the customer will read it, in plain text, with the places of its moves: what the charter is asked about.
package struct ReadableDraft: Hashable, Sendable {
    /// Open slots stand as `[[name]]`.
    package let text: String
    /// In Unicode scalars of `text`.
    package let moves: [MoveSpan]

    /// - Parameter agent: the display name of who will release it; nil where nobody is known yet.
    package init(_ body: DraftBody, agent: String? = nil) {
        text = Self.plain(body, agent: agent)
        moves = Self.moves(of: body, agent: agent, in: text)
    }

    private static func plain(_ body: DraftBody, agent: String?) -> String {
        MarkdownDocument(SlotFilling(body, agent: agent).text).plainText()
    }

    /// Each move rendered by itself is looked for in the whole, behind the one before it.
    private static func moves(of body: DraftBody, agent: String?, in text: String) -> [MoveSpan] {
        let markdown = Array(body.text.unicodeScalars)
        let scalars = Array(text.unicodeScalars)
        var position = 0
        var piece = body
        return body.moves.compactMap { span in
            guard 0 <= span.start, span.start < span.end, span.end <= markdown.count else { return nil }
            piece.text = String(String.UnicodeScalarView(markdown[span.start..<span.end]))
            let words = Array(plain(piece, agent: agent).unicodeScalars)
            guard let start = MoveSpans.position(of: words[...], in: scalars, from: position) else { return nil }
            position = start + words.count
            return MoveSpan(span.move, matter: span.matter, start: start, end: position)
        }
    }
}
