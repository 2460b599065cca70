/// A literal of a response: its bytes, or only its size where it was over the limit.
///
///     {11}
///     Hello World
///
/// RFC 9051 section 4.3.
enum Literal: Hashable, Sendable {
    case bytes([UInt8])
    case skipped(size: Int)
}
