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
        text = PlainText.cleaned(structured.text)
        structure = text == structured.text ? structured : nil
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

    /// Parts that say the same: plain text before HTML, unless the plain part only says that there is HTML. Plain parts
    /// that differ do not say the same, whatever their multipart claims.
    init(alternatives: [Rendition]) {
        let plain = Self.plain(of: alternatives)
        let rich = alternatives.last { $0.html != nil }
        html = rich?.html
        structure = rich?.structure
        hasPlain = plain != nil
        guard let plain else {
            text = rich?.text ?? alternatives.first?.text ?? ""
            return
        }
        text = plain.pointsAt(rich) ? rich?.text ?? plain.text : plain.text
    }

    private static func plain(of alternatives: [Rendition]) -> Rendition? {
        guard let first = alternatives.first(where: { $0.hasPlain && !$0.isBlank }) else { return nil }
        var different = [first]
        for other in alternatives where other.hasPlain && other.html == nil && !other.isBlank {
            if different.count < 10, !different.contains(where: { $0.text == other.text }) { different.append(other) }
        }
        return different.count == 1 ? first : Rendition(sequence: different)
    }

    /// Nothing to read, and no HTML either.
    var isEmpty: Bool {
        html == nil && isBlank
    }

    private var isBlank: Bool {
        text.utf8.allSatisfy(\.isWhiteSpace)
    }

    /// A few words about HTML in place of a text that is much longer.
    private func pointsAt(_ rich: Rendition?) -> Bool {
        guard let rich, text.utf8.count < 400, rich.text.utf8.count > 2 * text.utf8.count else { return false }
        let words = text.lowercased()
        return Self.pointerWords.contains { words.contains($0) }
    }

    /// What such words speak of, in the languages that programs write them in.
    private static let pointerWords = [
        "html", "browser", "view this email", "view this message", "view this e-mail", "view it in", "navigateur",
        "navegador", "webversion", "web version", "version en ligne", "versión en línea", "versione online",
        "online ansehen", "online-version", "online versie", "mail client", "e-mail-programm", "mailprogramm",
    ]
}
