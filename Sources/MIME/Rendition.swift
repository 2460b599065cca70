import Model

/// The text of a part, with the HTML it came with.
struct Rendition {
    private(set) var text = ""
    private(set) var html: String?
    /// The text of all HTML parts, with what they say of quotes and signatures.
    private(set) var structure: StructuredText?
    /// True where some part of the text was written as plain text.
    private var hasPlain = false

    init() {}

    init(plain: String) {
        text = plain
        hasPlain = true
    }

    init(source: String) {
        html = source
        let structured = HTMLText.text(from: source)
        text = structured.text
        structure = structured
    }

    /// Parts that follow each other, each beginning on a line of its own.
    init(sequence: [Rendition]) {
        for rendition in sequence {
            if !text.isEmpty, !rendition.text.isEmpty, text.utf8.last != ASCII.lineFeed { text += "\n" }
            text += rendition.text
            if let source = rendition.html { html = html.map { $0 + "\n" + source } ?? source }
            hasPlain = hasPlain || rendition.hasPlain
        }
        // Where the text is spread over several parts no structure covers all of it.
        let written = sequence.filter { !$0.isBlank }
        structure = written.count == 1 ? written.first?.structure : nil
    }

    /// Parts that say the same: plain text before HTML, unless the plain part only says that there is HTML.
    init(alternatives: [Rendition]) {
        let plain = alternatives.first { $0.hasPlain && !$0.isBlank }
        let rich = alternatives.last { $0.html != nil }
        html = rich?.html
        structure = rich?.structure
        hasPlain = plain != nil
        guard let plain else {
            text = rich?.text ?? alternatives.first?.text ?? ""
            return
        }
        text = plain.isStub(for: rich) ? rich?.text ?? plain.text : plain.text
    }

    private var isBlank: Bool {
        text.utf8.allSatisfy(\.isWhiteSpace)
    }

    /// A few words about HTML in place of a text that is much longer.
    private func isStub(for rich: Rendition?) -> Bool {
        guard let rich, text.utf8.count < 400, rich.text.utf8.count > 2 * text.utf8.count else { return false }
        let words = text.lowercased()
        return ["html", "view this email", "view this message", "view it in your browser"].contains {
            words.contains($0)
        }
    }
}
