extension FrameReader {
    /// The rest of FETCH. The items end with the closing parenthesis or, as some servers have it, with the line.
    /// Nil where nesting passes the limit.
    mutating func fetch(_ sequenceNumber: UInt32, depth: Int) -> FetchResponse? {
        var response = FetchResponse(sequenceNumber: sequenceNumber)
        _ = skip("(")
        while let byte = next, byte != UInt8(ascii: ")") {
            let name = itemName()
            if name.isEmpty {
                guard skipValue(depth: depth) else { return nil }
            } else {
                guard item(name, of: &response, depth: depth) else { return nil }
            }
        }
        return response
    }

    /// The name of an item up to a bracket, in upper case.
    private mutating func itemName() -> String {
        _ = next
        let start = position
        while position < frame.text.count, !frame.text[position].endsAtom, frame.text[position] != UInt8(ascii: "[") {
            skipByte()
        }
        return String(decoding: frame.text[start..<position], as: UTF8.self).uppercased()
    }

    private mutating func item(_ name: String, of response: inout FetchResponse, depth: Int) -> Bool {
        switch name {
        case "UID": response.uid = number32().flatMap { UID($0) } ?? response.uid
        case "FLAGS": response.flags = Set(atoms().map { Flag($0) })
        case "RFC822.SIZE": response.size = number().flatMap { Int(exactly: $0) }
        case "INTERNALDATE": response.internalDate = string()?.known.flatMap { InternalDate.parse($0) }
        case "MODSEQ": response.modSeq = modSeq()
        case "RFC822": response.sections.append(section(.whole))
        case "RFC822.HEADER": response.sections.append(section(.header))
        case "BODY" where next == UInt8(ascii: "["): response.sections.append(section(bracketed()))
        default:
            if next == UInt8(ascii: "[") { _ = bracketed() }
            return next == UInt8(ascii: ")") || skipValue(depth: depth)
        }
        return true
    }

    private mutating func modSeq() -> UInt64? {
        guard skip("(") else { return number() }
        defer { _ = skip(")") }
        return number()
    }

    /// What stands in brackets, and an offset in angle brackets after them. A literal inside, as a header name, is
    /// stepped over.
    private mutating func bracketed() -> FetchedSection.Part {
        _ = skip("[")
        let start = position
        while let byte = next, byte != UInt8(ascii: "]") {
            if literal() == nil, quoted() == nil { skipByte() }
        }
        let text = String(decoding: frame.text[start..<position], as: UTF8.self).uppercased()
        _ = skip("]")
        if position < frame.text.count, frame.text[position] == UInt8(ascii: "<") {
            _ = atomBytes()
            return .other(text)
        }
        switch text {
        case "": return .whole
        case "HEADER": return .header
        default: return .other(text)
        }
    }

    private mutating func section(_ part: FetchedSection.Part) -> FetchedSection {
        switch next == UInt8(ascii: ")") ? nil : string() {
        case .bytes(let bytes): FetchedSection(part: part, content: .bytes(bytes))
        case .skipped(let size): FetchedSection(part: part, content: .oversized(size))
        case .null, nil: FetchedSection(part: part, content: .none)
        }
    }
}
