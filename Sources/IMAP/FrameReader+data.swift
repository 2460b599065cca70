extension FrameReader {
    /// The rest of CAPABILITY or ENABLED.
    mutating func capabilities() -> Capabilities {
        var names: [Capability] = []
        while !isAtEnd {
            let name = atom()
            if name.isEmpty { skipByte() } else { names.append(Capability(name)) }
        }
        return Capabilities(names)
    }

    /// The rest of LIST: attributes, delimiter, name. RFC 9051 section 7.3.1.
    mutating func listing() -> MailboxListing? {
        let attributes = Set(atoms().map { Flag($0) })
        guard let delimiter = string(), let name = string()?.known ?? nil else { return nil }
        let text = delimiter.known.map { String(decoding: $0, as: UTF8.self) }
        return MailboxListing(attributes: attributes, delimiter: text == "" ? nil : text, wireName: name)
    }

    /// The rest of SEARCH: numbers, and perhaps `(MODSEQ n)`, which is left out.
    mutating func search() -> SearchResponse? {
        var ranges: [ClosedRange<UInt32>] = []
        while next?.isDigit ?? false {
            guard let number = number32() else { return nil }
            ranges.append(number...number)
        }
        return SearchResponse(tag: nil, found: UIDSet(merging: ranges))
    }

    /// The rest of ESEARCH: the tag it answers, and pairs of a name and a value, of which ALL counts.
    mutating func extendedSearch(depth: Int) -> SearchResponse? {
        let correlator = atoms()
        let tag = correlator.first?.uppercased() == "TAG" ? correlator.dropFirst().first : nil
        var found = UIDSet()
        while !isAtEnd {
            switch atom().uppercased() {
            case "UID": continue
            case "ALL":
                guard let all = uidSet() else { return nil }
                found = all
            default:
                guard skipValue(depth: depth) else { return nil }
                if next == UInt8(ascii: ")") { skipByte() }
            }
        }
        return SearchResponse(tag: tag, found: found)
    }

    /// The rest of VANISHED. RFC 7162 section 3.2.10.
    mutating func vanished() -> UntaggedResponse? {
        let isEarlier = next == UInt8(ascii: "(") && atoms().contains { $0.uppercased() == "EARLIER" }
        return uidSet().map { .vanished($0, isEarlier: isEarlier) }
    }
}
