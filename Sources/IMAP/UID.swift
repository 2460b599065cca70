/// A message's unique identifier within one mailbox and one UIDVALIDITY, 1...4294967295.
///
///     * 23 FETCH (UID 4827313 ...)
///
/// RFC 9051 section 2.3.1.1.
package struct UID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number on the wire; never 0.
    package let rawValue: UInt32

    /// Nil for 0, which is no identifier.
    package init?(_ rawValue: UInt32) {
        guard rawValue != 0 else { return nil }
        self.rawValue = rawValue
    }

    /// Nil outside 1...4294967295.
    package init?(_ number: Int) {
        guard let value = UInt32(exactly: number) else { return nil }
        self.init(value)
    }

    /// The largest there can be, which sets write as `*`.
    static let highest = UID(nonZero: .max)

    private init(nonZero rawValue: UInt32) { self.rawValue = rawValue }

    /// The number in decimal, as on the wire.
    package var description: String { String(rawValue) }

    package static func < (left: UID, right: UID) -> Bool { left.rawValue < right.rawValue }
}
