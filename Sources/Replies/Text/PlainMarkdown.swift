/// Markdown that is only words, as most of a reply is: it need not be parsed to be read.
enum PlainMarkdown {
    /// Whether a text means in Markdown, as replies use it, exactly the characters that it holds; false also for what only
    /// a parser can tell.
    static func readsAsWritten(_ markdown: String) -> Bool {
        PlainText(markdown).readsAsWritten
    }
}
