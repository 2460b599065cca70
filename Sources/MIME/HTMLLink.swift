/// A link that is open while its text is written.
struct HTMLLink {
    /// Where its address stands in the document.
    var address: Range<Int>
    /// Where in the output its text begins.
    var textStart: Int

    private static let longest = 2000

    static func isWebAddress(_ url: OctetSpan, _ range: Range<Int>) -> Bool {
        range.count <= longest
            && (url.starts(withWord: "http://", range) || url.starts(withWord: "https://", range)
                || url.starts(withWord: "mailto:", range))
    }

    /// Whether a link's text already says where it goes.
    static func shows(_ text: OctetSpan, _ shown: Range<Int>, _ url: OctetSpan, _ address: Range<Int>) -> Bool {
        let left = bare(text, shown)
        let right = bare(url, address)
        guard left.count == right.count else { return false }
        for offset in 0..<left.count
        where text[left.lowerBound + offset].lowercased != url[right.lowerBound + offset].lowercased {
            return false
        }
        return true
    }

    private static func bare(_ url: OctetSpan, _ range: Range<Int>) -> Range<Int> {
        var rest = url.trimmed(range)
        if url.starts(withWord: "https://", rest) { rest = rest.dropFirst(8) }
        if url.starts(withWord: "http://", rest) || url.starts(withWord: "mailto:", rest) { rest = rest.dropFirst(7) }
        if url.starts(withWord: "www.", rest) { rest = rest.dropFirst(4) }
        while let last = rest.last, url[last] == UInt8.ascii("/") { rest = rest.dropLast() }
        return rest
    }
}
