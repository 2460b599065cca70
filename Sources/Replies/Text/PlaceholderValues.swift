import Model

/// What the placeholders stand for in one reply.
///
/// Values arrive already escaped for where they go (Markdown or plain text): rendering escapes nothing.
struct PlaceholderValues {
    private var written = [Placeholder: String](minimumCapacity: 12)
    private var typed: [Placeholder: FactValue] = [:]

    /// The text that stands for it; an empty one counts as none.
    subscript(placeholder: Placeholder) -> String? {
        get { written[placeholder] }
        set { written[placeholder] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
    }

    /// Who releases a reply is always known in the end.
    func has(_ placeholder: Placeholder) -> Bool {
        written[placeholder] != nil || placeholder == .agentName
    }

    /// Whether `fact` knows of any.
    var hasFacts: Bool { !typed.isEmpty }

    /// The value itself; a text, without its escapes, where nothing more is known of it.
    func fact(_ placeholder: Placeholder) -> FactValue? {
        typed[placeholder]
    }

    /// Takes a value in, written in the reply's language and made safe for Markdown.
    mutating func set(_ placeholder: Placeholder, to value: FactValue, language: String) {
        let words = FactText.written(value, language: language)
        guard !words.isEmpty else { return }
        typed[placeholder] = value
        written[placeholder] = MarkdownText.escaped(words)
    }
}
