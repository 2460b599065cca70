/// One response as it came: its text, without the line ends, and its literals apart.
///
///     * 1 FETCH (BODY[] {3}   text up to here, then the literal,
///     abc)                    then the text goes on
///
/// RFC 9051 section 2.2.2.
struct Frame: Hashable, Sendable {
    /// A literal and the offset in `text` just after its announcement `{n}`.
    struct Insertion: Hashable, Sendable {
        let offset: Int
        let literal: Literal
    }

    var text: [UInt8] = []
    var insertions: [Insertion] = []
}
