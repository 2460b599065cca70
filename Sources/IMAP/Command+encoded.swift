extension Command {
    /// The command as bytes, in parts between which the server's `+` has to be awaited.
    func encoded(as id: CommandID, options: EncodingOptions) throws(IMAPError) -> [[UInt8]] {
        var encoder = CommandEncoder(options: options)
        encoder.tag(id)
        encoder.word(" ")
        encoder.word(word)
        try encodeArguments(to: &encoder)
        encoder.end()
        return encoder.parts
    }

    private func encodeArguments(to encoder: inout CommandEncoder) throws(IMAPError) {
        switch self {
        case .capability, .noop, .logout: break
        case .enable(let names): try encoder.enable(names)
        case .list: encoder.list()
        case .create(let name), .select(let name), .examine(let name):
            encoder.word(" ")
            try encoder.mailbox(name)
        case .fetch(let uids, let items): try encoder.fetch(uids, items)
        case .search(let keys): try encoder.search(keys)
        case .store(let uids, let change): try encoder.store(uids, change)
        case .copy(let uids, let name), .move(let uids, let name):
            encoder.word(" ")
            try encoder.uids(uids)
            encoder.word(" ")
            try encoder.mailbox(name)
        case .expunge(let uids):
            encoder.word(" ")
            try encoder.uids(uids)
        case .append(let message): try encoder.append(message)
        }
    }
}

extension CommandEncoder {
    fileprivate mutating func enable(_ names: [Capability]) throws(IMAPError) {
        for name in names {
            word(" ")
            try capability(name)
        }
    }

    fileprivate mutating func list() {
        word(" \"\" \"*\"")
        let capabilities = options.capabilities
        if capabilities.offers(.specialUse), capabilities.offers(.listExtended) { word(" RETURN (SPECIAL-USE)") }
    }

    fileprivate mutating func fetch(_ set: UIDSet, _ items: [FetchItem]) throws(IMAPError) {
        word(" ")
        try uids(set)
        word(" (UID")
        for item in items where item != .uid {
            word(" ")
            word(item.wire)
        }
        word(")")
    }

    fileprivate mutating func store(_ set: UIDSet, _ change: FlagChange) throws(IMAPError) {
        word(" ")
        try uids(set)
        switch change {
        case .add(let list):
            word(" +FLAGS.SILENT ")
            try flags(list)
        case .remove(let list):
            word(" -FLAGS.SILENT ")
            try flags(list)
        }
    }

    /// CHARSET is named only for text outside ASCII, and never once UTF-8 is enabled. RFC 6855 section 3.
    fileprivate mutating func search(_ keys: [SearchKey]) throws(IMAPError) {
        if options.capabilities.offers(.extendedSearch) { word(" RETURN (ALL)") }
        if !options.isUTF8, keys.contains(where: \.isOutsideASCII) { word(" CHARSET UTF-8") }
        if keys.isEmpty { word(" ALL") }
        for key in keys {
            word(" ")
            try search(key)
        }
    }

    private mutating func search(_ key: SearchKey) throws(IMAPError) {
        switch key {
        case .all: word("ALL")
        case .uid(let set):
            word("UID ")
            try uids(set)
        case .since(let day):
            word("SINCE ")
            self.day(day)
        case .header(let field, let text):
            word("HEADER ")
            try string(Array(field.utf8))
            word(" ")
            try string(Array(text.utf8))
        }
    }

    /// With UTF8=ACCEPT a message with UTF-8 in its header has a form of its own. RFC 6855 section 4.
    fileprivate mutating func append(_ message: AppendMessage) throws(IMAPError) {
        word(" ")
        try mailbox(message.mailbox)
        if !message.flags.isEmpty {
            word(" ")
            try flags(message.flags)
        }
        if let date = message.date.flatMap({ InternalDate.format($0) }) {
            word(" ")
            try string(Array(date.utf8))
        }
        let isUTF8 = options.acceptsUTF8Messages && message.hasUTF8Header
        word(isUTF8 ? " UTF8 (" : " ")
        try literal(message.bytes, asLiteral8: isUTF8)
        if isUTF8 { word(")") }
    }
}

extension SearchKey {
    fileprivate var isOutsideASCII: Bool {
        guard case .header(_, let text) = self else { return false }
        return !text.utf8.allSatisfy { $0 < 128 }
    }
}
