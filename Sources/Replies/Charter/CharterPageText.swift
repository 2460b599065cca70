/// A page of `seeds/charter`, written in Markdown, as HTML.
package struct CharterPageText: Hashable, Sendable {
    /// Its first heading; empty where it has none.
    package let title: String
    /// A fragment without any raw HTML. Links to other pages are those of the desk: `/charter/saying-no`.
    package let html: String

    package init(markdown: String) {
        let lines = Self.unwrapped(markdown)
        title = lines.first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) } ?? ""
        let text = lines.map { $0.replacing(/\]\(([a-z-]+)\.md\)/) { "](/charter/\($0.output.1))" } }
        html = MarkdownDocument(text.joined(separator: "\n")).html()
    }

    /// Lines that were only wrapped become one: in replies a line break is a line break.
    private static func unwrapped(_ markdown: String) -> [String] {
        var lines: [String] = []
        for line in markdown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let words = line.drop { $0 == " " }
            let begins = words.isEmpty || words.hasPrefix("#") || words.hasPrefix("- ")
            if !begins, let last = lines.last, !last.isEmpty, !last.hasPrefix("#") {
                lines[lines.count - 1] = "\(last) \(words)"
            } else {
                lines.append(String(line))
            }
        }
        return lines
    }
}
