/// What a search found.
///
///     * SEARCH 2 84 882
///     * ESEARCH (TAG "W5") UID ALL 2,84,882:900
///
/// RFC 9051 section 7.3.4, RFC 3501 section 7.2.5, RFC 4731.
package struct SearchResponse: Hashable, Sendable {
    /// The command it belongs to, where it says so; only ESEARCH does.
    package let tag: String?
    /// The UIDs found, or sequence numbers if a plain SEARCH was sent, which this module never does.
    package let found: UIDSet
}
