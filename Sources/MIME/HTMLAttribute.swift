/// An attribute of a start tag that says something about layout, quotes or links.
struct HTMLAttribute {
    enum Name {
        case href
        case alt
        case start
        case hidden
        case style
        case type
        /// A class, an id or a name: what mail programs mark their containers by.
        case label
    }

    var name: Name
    /// Where its value stands in the document, without quotes, entities as they are.
    var value: Range<Int>

    static let names = HTMLNames<Name>([
        (.href, "href"), (.alt, "alt"), (.start, "start"), (.hidden, "hidden"), (.style, "style"), (.type, "type"),
        (.label, "id data-marker name class"),
    ])
}

/// Takes attributes one after the other from what stands between a tag's name and its `>`.
struct HTMLAttributeScanner {
    private var index: Int
    private let end: Int

    init(_ inside: Range<Int>) {
        index = inside.lowerBound
        end = inside.upperBound
    }

    /// - Returns: the name's hash and the value's place; nil at the end.
    mutating func next(in html: OctetSpan) -> (name: UInt64, value: Range<Int>)? {
        while index < end, html[index].isWhiteSpace || html[index] == UInt8.ascii("/") { index += 1 }
        guard index < end else { return nil }
        let start = index
        var name = HTMLName.seed
        while index < end, !html[index].isWhiteSpace, html[index] != UInt8.ascii("=") || index == start {
            name = HTMLName.extended(name, by: html[index].lowercased)
            index += 1
        }
        var after = index
        while after < end, html[after].isWhiteSpace { after += 1 }
        guard after < end, html[after] == UInt8.ascii("=") else { return (name, index..<index) }
        index = after + 1
        return (name, value(html))
    }

    private mutating func value(_ html: OctetSpan) -> Range<Int> {
        while index < end, html[index].isWhiteSpace { index += 1 }
        guard index < end else { return end..<end }
        var start = index
        let quote = html[index]
        if quote == UInt8.ascii("\"") || quote == UInt8.ascii("'") {
            start += 1
            let close = html.firstIndex(of: quote, in: start..<end) ?? end
            index = min(close + 1, end)
            return start..<close
        }
        while index < end, !html[index].isWhiteSpace { index += 1 }
        return start..<index
    }
}
