/// The code and the words of a status response.
///
///     [TRYCREATE] No such mailbox
///
/// RFC 9051 section 7.1, `resp-text`.
package struct StatusText: Hashable, Sendable {
    /// The code in brackets, if any.
    package let code: ResponseCode?
    /// What is meant for a person; often empty, though the grammar wants a word.
    package let text: String

    package init(code: ResponseCode? = nil, text: String = "") {
        self.code = code
        self.text = text
    }
}
