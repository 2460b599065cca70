/// One part of a message, as fetched.
///
///     BODY[] {2500}        BODY[HEADER] {800}        BODY[] NIL
///
/// RFC 9051 section 7.5.2.
package struct FetchedSection: Hashable, Sendable {
    /// Which part.
    package enum Part: Hashable, Sendable {
        /// `BODY[]`, and `RFC822` as some servers answer it: the whole message.
        case whole
        /// `BODY[HEADER]`, and `RFC822.HEADER`: the header with the empty line after it.
        case header
        /// Any other, by the text between the brackets.
        case other(String)
    }

    /// What there is of it.
    package enum Content: Hashable, Sendable {
        /// The bytes, untouched.
        case bytes([UInt8])
        /// More bytes than the limit allows; they were skipped. The size as announced, in bytes.
        case oversized(Int)
        /// NIL: no such part, or the message has just been removed.
        case none
    }

    /// Which part.
    package let part: Part
    /// What there is of it.
    package let content: Content
}
