import Foundation
package import Model

/// The customer's message as it stands below a reply, in both forms of the mail.
package struct Quotation: Hashable, Sendable {
    package let text: String
    package let html: String

    /// Of longer messages only this many characters are quoted.
    static let longest = 50_000

    /// - Parameter language: of the reply; the line above the quotation is in it where the program has the words.
    package init(of original: MessageContent, language: String) {
        let introduction = Self.introduction(to: original, language: language)
        let whole = original.text.prefix(Self.longest)
        let cut = whole.endIndex == original.text.endIndex ? "" : "\n[…]"
        let lines = Self.withoutEmptyEnd(whole + cut)
        text = ([introduction] + lines.map(Self.quoted)).joined(separator: "\n")
        html = """
            <p>\(HTMLText.escaped(introduction))</p>
            <blockquote style="\(Self.style)">\(lines.map(HTMLText.escaped).joined(separator: "<br>\n"))</blockquote>
            """
    }

    private static let style = "margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex"

    private static func introduction(to original: MessageContent, language: String) -> String {
        let from = original.from
        let name = MarkdownText.singleLine(from?.name ?? "")
        let who = name.isEmpty ? MarkdownText.singleLine(from?.address ?? "") : name
        let when = original.date.map { WrittenDate.moment($0, language: language) }
        return phrase(when: when, who: who.isEmpty ? "?" : String(who.prefix(200)), language: language)
    }

    private static func phrase(when: String?, who: String, language: String) -> String {
        switch language {
        case "de": when.map { "Am \($0) schrieb \(who):" } ?? "\(who) schrieb:"
        case "fr": when.map { "Le \($0), \(who) a écrit :" } ?? "\(who) a écrit :"
        case "es": when.map { "El \($0), \(who) escribió:" } ?? "\(who) escribió:"
        default: when.map { "On \($0), \(who) wrote:" } ?? "\(who) wrote:"
        }
    }

    private static func withoutEmptyEnd(_ text: String) -> [Substring] {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
        return lines
    }

    private static func quoted(_ line: Substring) -> String {
        line.isEmpty ? ">" : line.hasPrefix(">") ? ">\(line)" : "> \(line)"
    }
}
