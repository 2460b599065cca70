extension PartTree {
    /// The part that is the whole message. Only a multipart is taken apart by GMime; a single part needs no structure.
    static func root(of message: Octets, header: HeaderBlock) -> Part {
        let body = message[header.bodyStart...]
        let leaf = Part(kind: .leaf, header: header, content: body)
        guard !leaf.declaresType || leaf.isMultipart else { return embeddedRoot(leaf, header, body) }
        if leaf.isMultipart, let boundary = leaf.contentType["boundary"], !boundary.isEmpty {
            let parts = parts(of: body, in: message, type: leaf.type, boundary: boundary)
            if !parts.isEmpty { return Part(kind: .multipart(parts), header: header, content: body) }
        }
        // A boundary that never occurs, or a type that was lost on the way: look for what separates the parts.
        guard let boundary = BoundarySearch.boundary(in: body) else { return leaf }
        let type = leaf.isMultipart ? leaf.type : "multipart/mixed"
        let parts = parts(of: body, in: message, type: type, boundary: boundary)
        guard !parts.isEmpty else { return leaf }
        return Part(kind: .multipart(parts), header: header, content: body, defaultType: type)
    }

    private static func embeddedRoot(_ leaf: Part, _ header: HeaderBlock, _ body: Octets) -> Part {
        guard leaf.type == "message/rfc822" else { return leaf }
        let inner = HeaderBlock(leaf.encoding.decode(body), isWhole: true)
        return Part(kind: .message(fields: inner, end: body.endIndex), header: header, content: body)
    }
}

/// Finds the boundary of a multipart whose header does not tell it.
enum BoundarySearch {
    private static let searched = 100_000

    /// The text after `--` of the first line that a `Content-` field follows.
    static func boundary(in body: Octets) -> String? {
        let head = body.prefix(searched)
        var position = head.startIndex
        while position < head.endIndex {
            let line = HeaderBlock.line(head, at: position)
            if line.content.starts(with: [0x2D, 0x2D]), (3...200).contains(line.content.count),
                line.next < head.endIndex,
                head[line.next...].starts(withWord: "content-"), line.content.isASCII, !line.content.contains(0)
            {
                return String(decoding: line.content.dropFirst(2).trimmed(), as: UTF8.self)
            }
            position = line.next
        }
        return nil
    }
}
