/// A value of the kind `nstring` or `astring`, or what a server put in its place.
enum StringValue {
    case bytes([UInt8])
    case skipped(size: Int)
    case null

    /// The bytes, unless they were over the limit or NIL.
    var known: [UInt8]? {
        guard case .bytes(let bytes) = self else { return nil }
        return bytes
    }
}

extension FrameReader {
    /// A string in any of its forms: quoted, literal, atom or NIL. RFC 9051 section 9, `nstring` and `astring`.
    mutating func string() -> StringValue? {
        if let quoted = quoted() { return .bytes(quoted) }
        switch literal() {
        case .bytes(let bytes): return .bytes(bytes)
        case .skipped(let size): return .skipped(size: size)
        case nil: break
        }
        let atom = atomBytes()
        guard !atom.isEmpty else { return nil }
        return String(decoding: atom, as: UTF8.self).uppercased() == "NIL" ? .null : .bytes(Array(atom))
    }

    /// Steps over one value of any kind, lists and what is in them included. False where the limit of depth is passed.
    mutating func skipValue(depth limit: Int) -> Bool {
        var depth = 0
        repeat {
            if skip("(") {
                depth += 1
                guard depth <= limit else { return false }
            } else if next == UInt8(ascii: ")") {
                guard depth > 0 else { return true }
                skipByte()
                depth -= 1
            } else if string() == nil {
                skipByte()
            }
        } while depth > 0 && !isAtEnd
        return true
    }

    /// A list of atoms such as flags; strings are taken as atoms, and NIL or nothing as the empty list.
    mutating func atoms() -> [String] {
        guard skip("(") else {
            if next.map({ !$0.endsAtom }) ?? false { _ = atomBytes() }
            return []
        }
        var result: [String] = []
        while let byte = next, byte != UInt8(ascii: ")") {
            if let value = string() {
                if let bytes = value.known { result.append(String(decoding: bytes, as: UTF8.self)) }
            } else {
                skipByte()
            }
        }
        skipByte()
        return result
    }

    /// A set of UIDs; nil where what is next is none. `*` counts as 4294967295, ends may stand in either order.
    mutating func uidSet() -> UIDSet? {
        var ranges: [ClosedRange<UInt32>] = []
        repeat {
            guard let first = uidNumber() else { return nil }
            guard continues(with: ":") else {
                ranges.append(first...first)
                continue
            }
            guard let last = uidNumber() else { return nil }
            ranges.append(min(first, last)...max(first, last))
        } while continues(with: ",")
        return UIDSet(merging: ranges)
    }

    private mutating func uidNumber() -> UInt32? { skip("*") ? UInt32.max : number32() }

    private mutating func continues(with character: Unicode.Scalar) -> Bool {
        guard position < frame.text.count, frame.text[position] == UInt8(ascii: character) else { return false }
        return skip(character)
    }
}
