/// What a chat message says to whoever reads it, to tell a repeat of it from other words under the same number.
///
/// Providers repeat themselves in harmless ways: a name comes along or not, the event of a mention follows that of the
/// message, an address is signed anew each time, the JSON that stands in for a text counts views. None of that says anything
/// else.
package struct ChatStatement: Hashable, Sendable {
    /// Without addresses and without what lies between words; none where data stands in for a text.
    package let words: [String]
    /// Name and type of each file.
    package let files: Set<String>

    package init(_ message: ChatMessage) {
        let isData = message.text.hasPrefix("{")
        words =
            isData
            ? [] : message.text.split(whereSeparator: \.isWhitespace).filter { !$0.contains("://") }.map(String.init)
        files = Set(message.attachments.map { "\($0.name) \($0.type)" })
    }

    /// Whether it says something that `earlier`, of the same number, does not. To say less is no news: words that an event
    /// leaves out were not taken back.
    package func goesBeyond(_ earlier: ChatStatement) -> Bool {
        !words.isEmpty && words != earlier.words || !files.isSubset(of: earlier.files)
    }

    /// The same for the same statement.
    package var text: String {
        (words + [""] + files.sorted()).joined(separator: "\n")
    }
}
