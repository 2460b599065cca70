/// A status response, tagged or not.
///
///     * OK [ALERT] System shutdown in 10 minutes
///
/// RFC 9051 section 7.1.
package struct StatusResponse: Hashable, Sendable {
    /// The first word.
    package enum Kind: String, Hashable, Sendable {
        case ok = "OK"
        case no = "NO"
        case bad = "BAD"
        case bye = "BYE"
        case preauth = "PREAUTH"
    }

    /// The first word.
    package let kind: Kind
    /// Code and words.
    package let text: StatusText

    package init(_ kind: Kind, _ text: StatusText = StatusText()) {
        self.kind = kind
        self.text = text
    }
}
