import Model

/// Writes one command, in parts between which the server's `+` has to be awaited.
///
/// Fixed words come in as `StaticString`, and everything else has a method of its own that quotes or refuses it: no value
/// can end the line or start another command. RFC 9051 sections 4.3 and 9.
struct CommandEncoder {
    let options: EncodingOptions
    private(set) var parts: [[UInt8]] = [[]]

    /// A longer string goes as a literal, since servers limit lines.
    private static let longestQuoted = 1000

    init(options: EncodingOptions) { self.options = options }

    /// Words of the protocol.
    mutating func word(_ text: StaticString) { write(text.description.utf8) }

    /// A tag.
    mutating func tag(_ id: CommandID) { write(id.tag.utf8) }

    /// A set of UIDs, which must not be empty.
    mutating func uids(_ set: UIDSet) throws(IMAPError) {
        guard !set.isEmpty else { throw .unencodable("an empty UID set") }
        write(set.description.utf8)
    }

    /// A day, as `1-Feb-2024`.
    mutating func day(_ day: CalendarDay) { write(day.wire.utf8) }

    /// Flags in parentheses.
    mutating func flags(_ flags: [Flag]) throws(IMAPError) {
        word("(")
        for (index, flag) in flags.enumerated() {
            if index > 0 { word(" ") }
            let name = Array(flag.name.utf8)
            let atom = name.first == UInt8(ascii: "\\") ? name.dropFirst() : name[...]
            try self.atom(atom, in: name[...])
        }
        word(")")
    }

    /// The name of a capability.
    mutating func capability(_ capability: Capability) throws(IMAPError) {
        let name = Array(capability.name.utf8)
        try atom(name[...], in: name[...])
    }

    /// A mailbox name in the encoding that is in force.
    mutating func mailbox(_ name: MailboxName) throws(IMAPError) { try string(name.bytes(isUTF8: options.isUTF8)) }

    /// A string, quoted where it can be.
    mutating func string(_ bytes: [UInt8]) throws(IMAPError) {
        guard bytes.count <= Self.longestQuoted, bytes.allSatisfy(isQuotable) else { return try literal(bytes) }
        word("\"")
        for byte in bytes {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { word("\\") }
            write(CollectionOfOne(byte))
        }
        word("\"")
    }

    /// Bytes as a literal; with NUL among them it has to be a literal8, which not every server takes.
    mutating func literal(_ bytes: [UInt8], asLiteral8: Bool = false) throws(IMAPError) {
        let hasNUL = bytes.contains(0)
        guard !hasNUL || (asLiteral8 || options.capabilities.offers(.binary)) else { throw .unencodable("a NUL byte") }
        if hasNUL || asLiteral8 { word("~") }
        let isAtOnce = options.sendsAtOnce(bytes.count)
        write("{\(bytes.count)\(isAtOnce ? "+" : "")}\r\n".utf8)
        if !isAtOnce { parts.append([]) }
        write(bytes)
    }

    /// The end of the line.
    mutating func end() { write("\r\n".utf8) }

    private func isQuotable(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, UInt8(ascii: "\r"), UInt8(ascii: "\n"): false
        default: byte < 128 || options.isUTF8
        }
    }

    private mutating func atom(_ atom: ArraySlice<UInt8>, in whole: ArraySlice<UInt8>) throws(IMAPError) {
        guard !atom.isEmpty, atom.allSatisfy(\.isAtomCharacter) else {
            throw .unencodable(String(decoding: whole, as: UTF8.self))
        }
        write(whole)
    }

    private mutating func write(_ bytes: some Collection<UInt8>) { parts[parts.count - 1].append(contentsOf: bytes) }
}
