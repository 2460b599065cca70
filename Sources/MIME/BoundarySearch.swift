/// Finds the boundary of a multipart whose header does not tell it.
enum BoundarySearch {
    private static let searched = 100_000

    /// The text after `--` of the first line that a `Content-` field follows.
    static func boundary(in body: Octets) -> Octets? {
        let head = body.prefix(searched)
        var candidate =
            head.hasHyphens(at: head.startIndex) ? head.startIndex : head.lineWithHyphens(after: head.startIndex)
        while let start = candidate {
            let line = HeaderBlock.line(head, at: start)
            let text = line.content.dropFirst(2).trimmed()
            if !text.isEmpty, text.count <= Boundaries.longest, head[line.next...].starts(withWord: "content-") {
                return text
            }
            candidate = head.lineWithHyphens(after: start)
        }
        return nil
    }
}
