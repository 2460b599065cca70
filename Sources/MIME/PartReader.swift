/// Takes a message apart into its parts (RFC 2046 §5.1) in one pass over its lines.
///
/// GMime is not asked: its tree of objects takes as long as all other reading of a small message together, and what
/// stands after a delimiter that was closed too early, or was written without a line of its own, is lost in it.
struct PartReader {
    /// Below this level a multipart or embedded message is kept as one part, undecoded.
    static let deepest = 50
    /// After so many parts the rest of the message belongs to the last of them.
    private static let mostParts = 20_000

    private let message: Octets
    private var position: Int
    private var boundaries = Boundaries()
    /// What ended the content read last; nil at the end of the message.
    private var delimiter: Boundaries.Delimiter?
    private var contentEnd: Int
    private var partCount = 0
    private var depth = 0

    /// The part that is the whole message.
    static func root(of message: Octets, header: HeaderBlock) -> Part {
        var reader = PartReader(message, at: header.bodyStart)
        return reader.part(header, defaultType: "text/plain", isRoot: true)
    }

    private init(_ message: Octets, at position: Int) {
        self.message = message
        self.position = position
        contentEnd = message.endIndex
    }

    /// Reads one part from its body on, up to the delimiter that ends it.
    private mutating func part(_ header: HeaderBlock, defaultType: String, isRoot: Bool = false) -> Part {
        var part = Part(header: header, defaultType: defaultType)
        position = header.bodyStart
        depth += 1
        defer { depth -= 1 }
        if depth <= Self.deepest {
            if part.isMultipart || (isRoot && !part.declaresType) { return multipart(part, isSure: part.isMultipart) }
            if part.isMessage { return embedded(part) }
        }
        part.content = content()
        return part
    }

    private mutating func multipart(_ part: Part, isSure: Bool) -> Part {
        var part = part
        let start = position
        let isOpen = begin(part.contentType["boundary"], isSure: isSure, from: start)
        if isOpen {
            let children = children(isDigest: part.type == "multipart/digest")
            boundaries.pop(endedBy: delimiter)
            if !isSure { part.type = "multipart/mixed" }
            if !children.isEmpty { part.kind = .multipart(children) }
        }
        part.content = message[start..<max(start, contentEnd)]
        return part
    }

    /// Opens a multipart and reads its preamble. Where its boundary is missing, or never occurs, the lines are searched
    /// for what separates parts; if nothing does, all is its content.
    private mutating func begin(_ declared: String?, isSure: Bool, from start: Int) -> Bool {
        if let declared = declared.map({ Array($0.utf8)[...].trimmed() }), isSure, !declared.isEmpty {
            boundaries.push(declared)
            let preamble = content()
            if delimiter?.level == boundaries.count - 1 { return true }
            guard let found = BoundarySearch.boundary(in: preamble) else {
                boundaries.pop(endedBy: nil)
                return false
            }
            boundaries.replaceLast(found)
        } else {
            let whole = content()
            guard let found = BoundarySearch.boundary(in: whole) else { return false }
            boundaries.push(found)
        }
        position = start
        _ = content()
        return true
    }

    private mutating func children(isDigest: Bool) -> [Part] {
        let level = boundaries.count - 1
        var children: [Part] = []
        while let found = delimiter, found.level == level {
            if found.isClose {
                boundaries.close(level: level)
                _ = content()
            } else {
                partCount += 1
                boundaries.reopen(level: level)
                let header = HeaderBlock(message[position...], until: boundaries)
                children.append(part(header, defaultType: isDigest ? "message/rfc822" : "text/plain"))
            }
        }
        return children
    }

    /// An embedded message's own parts are walked through to find where it ends: it may have the boundaries of the outer.
    private mutating func embedded(_ part: Part) -> Part {
        var part = part
        let start = position
        let fields = HeaderBlock(message[start...], isWhole: true, until: boundaries)
        _ = self.part(fields, defaultType: "text/plain")
        part.content = message[start..<max(start, contentEnd)]
        part.kind = .message(fields)
        return part
    }

    /// The octets up to the next delimiter of an open multipart, without the line end that belongs to the delimiter.
    private mutating func content() -> Octets {
        let start = position
        delimiter = nextDelimiter()
        guard let found = delimiter else {
            position = message.endIndex
            contentEnd = boundaries.gluedClose(in: message[start...]) ?? message.endIndex
            return message[start..<contentEnd]
        }
        position = found.next
        contentEnd = max(start, HeaderBlock.endOfLine(before: found.start, in: message))
        return message[start..<contentEnd]
    }

    private func nextDelimiter() -> Boundaries.Delimiter? {
        guard boundaries.count > 0, partCount < Self.mostParts else { return nil }
        var candidate = message.hasHyphens(at: position) ? position : message.lineWithHyphens(after: position)
        while let start = candidate {
            if let found = boundaries.delimiter(at: start, in: message) { return found }
            candidate = message.lineWithHyphens(after: start)
        }
        return nil
    }
}
