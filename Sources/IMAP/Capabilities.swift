/// What a server says it can do, with what IMAP4rev2 includes counted in.
///
/// RFC 9051 appendix E lists the extensions that became part of IMAP4rev2.
package struct Capabilities: Hashable, Sendable {
    private var names: Set<Capability>

    /// The capabilities a server named.
    package init(_ names: some Sequence<Capability> = []) { self.names = Set(names) }

    private static let partsOfRev2: Set<Capability> = [
        .enable, .extendedSearch, .idle, .listExtended, .literalMinus, .move, .specialUse, .uidPlus,
    ]

    /// Whether the server offers it, by name or as a part of IMAP4rev2.
    package func offers(_ capability: Capability) -> Bool {
        names.contains(capability) || (names.contains(.imap4rev2) && Self.partsOfRev2.contains(capability))
    }
}
