package import Model

/// The text that was written this time: what is left of a message when quotes, the lines that introduce them and
/// signatures are taken off, and how it stands to what was taken off.
///
/// Works on lines of octets, in time linear in the text. Own words are never to be lost: what is not known for a quote or
/// a signature stays.
///
/// - A message of nothing but a quote or a signature has an empty text; so has one that only passes another's message on.
///   What it passes on is kept in `passedOn`, to be read in place of own words.
/// - A quote without marks above which nothing stands cannot be told from an answer below it, nor header fields at the
///   top from a form that somebody filled in: what stands below them stays, unless something says that it is a forward.
/// - A closing with a name ("Kind regards, Ann") is taken off at the end of a message that quotes nothing; above a quote it
///   stays, for there it is as often an answer's last words.
package struct NewText: Hashable, Sendable {
    /// Lines joined by LF, without blank lines at the start and end.
    package var text: String
    package var shape: MessageShape
    /// In their order; empty unless the shape is `interleaved`.
    package var answers: [InlineAnswer]
    /// The lines taken off as signatures and footers; names and phone numbers stand there.
    package var signature: String
    /// Of a forward, and of a message without words of its own: the text that it quotes, without marks.
    package var passedOn: String

    /// - Parameters:
    ///   - text: the whole text of a message.
    ///   - structured: the text of its HTML part, if it has one.
    ///   - subject: what it says of a forward (`Fwd:`, `WG:`) is believed where the text alone does not tell.
    ///   - isReply: whether the message names another that it answers.
    package static func extract(
        from text: String,
        structured: StructuredText? = nil,
        subject: String = "",
        isReply: Bool = false
    ) -> NewText {
        let source = NewTextSource.chosen(text, structured)
        var lines = MessageLines(source.text, regions: source.regions)
        if !isReply { LoneMark.unmark(&lines) }
        var sorted = QuoteFinder.sort(lines)
        let isForward = sorted.isForward || sorted.tailHasHeading && !isReply && ForwardSubject.matches(subject)
        if !isForward, sorted.holdsOnlyTail { sorted.keepTail() }
        return NewTextShape(NewTextComposer(SignatureFinder.strike(sorted)), isForward: isForward).newText
    }
}

/// Which text of a message is looked at.
enum NewTextSource {
    /// The HTML where it marks a quote, for it knows what the plain text leaves to guessing, or where the text was made
    /// from it; the plain text otherwise, and where the HTML holds so much less that it cannot be the same message.
    static func chosen(_ text: String, _ structured: StructuredText?) -> StructuredText {
        guard let structured, !structured.regions.isEmpty else { return StructuredText(text: text) }
        let marksQuote = structured.regions.contains { $0.kind != .signature }
        let isWhole = structured.text.utf8.count * 2 >= text.utf8.count
        return marksQuote && isWhole || structured.text == text ? structured : StructuredText(text: text)
    }
}

extension SortedLines {
    /// Nothing but a quote without marks and what introduces it.
    var holdsOnlyTail: Bool {
        guard let tail else { return false }
        return roles[..<tail].indices.allSatisfy { roles[$0] == .introduction || lines[$0].isBlank }
    }

    /// Header fields may go, a sentence that introduces something may be the writer's own.
    mutating func keepTail() {
        guard let tail else { return }
        for index in tailHasHeading ? tail..<roles.count : 0..<roles.count { roles[index] = .own }
        self.tail = nil
    }
}
