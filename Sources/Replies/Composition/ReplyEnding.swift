import Model

/// The closing of a reply, and who signs it.
struct ReplyEnding {
    let text: String

    init(_ composition: Composition) {
        self.init(composition.parts, composition.context, form: composition.form)
    }

    init(_ parts: LanguageParts?, _ context: TextContext, form: ReplyForm) {
        let closing = parts?[.closing]?.text(in: form).render(context) ?? ""
        let signature = Self.signature(parts?[.signature], context, form)
        text = [closing, signature].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The inbox's own signature stands below the person's, where the part does not say where it belongs.
    private static func signature(_ part: Part?, _ context: TextContext, _ form: ReplyForm) -> String {
        let own = context.values[.inboxSignature] ?? ""
        guard let text = part?.text(in: form) else { return own.isEmpty ? context.values[.inboxName] ?? "" : own }
        let rendered = TextLines.endedUsually(text.render(context))
        guard form == .mail, !own.isEmpty, !text.placeholders.contains(.inboxSignature) else { return rendered }
        return joined(rendered, TextLines.endedUsually(own))
    }

    /// One below the other; a line with which one ends and the other begins is said once.
    private static func joined(_ above: String, _ below: String) -> String {
        let lineEnd = UInt8(ascii: "\n")
        let last = above.utf8.lastIndex(of: lineEnd).map(above.utf8.index(after:)) ?? above.startIndex
        let first = below.utf8.firstIndex(of: lineEnd) ?? below.endIndex
        return above[last...] == below[..<first] ? above[..<last] + below : above + "\n" + below
    }
}
