/// Something that the customer wants from us, as a span of the text.
package struct Ask: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Wants to know something, with or without a question mark.
        case question
        /// Wants something done.
        case request
        /// Names a time by which something is needed.
        case deadline
    }

    package var kind: Kind
    package var span: TextSpan

    package init(_ kind: Kind, _ span: TextSpan) {
        self.kind = kind
        self.span = span
    }
}
