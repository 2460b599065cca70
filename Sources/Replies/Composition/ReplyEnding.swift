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
        var lines = TextLines.of(text.render(context))
        guard form == .mail, !own.isEmpty, !text.placeholders.contains(.inboxSignature) else {
            return lines.joined(separator: "\n")
        }
        let below = TextLines.of(own)
        if lines.last == below.first { lines.removeLast() }
        return (lines + below).joined(separator: "\n")
    }
}
