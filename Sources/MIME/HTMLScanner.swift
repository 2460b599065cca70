/// Splits HTML into text and tags the way browsers do with bad markup: a `<` that begins no tag is text, a quote that
/// never closes does not swallow the document.
struct HTMLScanner {
    enum Token {
        /// Where it stands.
        case text(Range<Int>)
        /// `tag` holds it.
        case start
        case end(HTMLElement)
    }

    /// The start tag that was read last.
    private(set) var tag = HTMLTag()
    private var position = 0
    private var missing: Missing = []

    private static let longestName = 32

    mutating func next(in html: OctetSpan) -> Token? {
        while position < html.count {
            let start = position
            position += 1
            if html[start] == UInt8.ascii("<"), start + 1 < html.count {
                let following = html[start + 1]
                if following.isLetter { return startTag(html) }
                if following == UInt8.ascii("/") {
                    if let end = endTag(html) { return end }
                    continue
                }
                if following == UInt8.ascii("!") || following == UInt8.ascii("?") {
                    skipMarkup(html)
                    continue
                }
            }
            position = html.firstIndex(of: UInt8.ascii("<"), in: position..<html.count) ?? html.count
            return .text(start..<position)
        }
        return nil
    }

    private mutating func startTag(_ html: OctetSpan) -> Token {
        let name = takeName(html)
        let element = HTMLElement(HTMLName.folded(html, name))
        tag.read(element, inside: takeInside(html), of: html)
        if element == .skipped, let content = HTMLRawText(html, name) { skip(content, html) }
        return .start
    }

    private mutating func endTag(_ html: OctetSpan) -> Token? {
        position += 1
        let name = takeName(html)
        _ = takeInside(html)
        return name.isEmpty ? nil : .end(HTMLElement(HTMLName.folded(html, name)))
    }

    private mutating func takeName(_ html: OctetSpan) -> Range<Int> {
        let start = position
        while position < html.count, isName(html[position]) { position += 1 }
        return start..<min(position, start + Self.longestName)
    }

    private func isName(_ octet: UInt8) -> Bool {
        octet.isLetter || octet.isDigit || octet == UInt8.ascii(":") || octet == UInt8.ascii("-")
    }

    /// Everything up to the closing `>`, which may stand within quotes.
    private mutating func takeInside(_ html: OctetSpan) -> Range<Int> {
        let start = position
        while position < html.count, html[position] != UInt8.ascii(">") {
            let octet = html[position]
            position += 1
            guard octet == UInt8.ascii("\"") || octet == UInt8.ascii("'"), opensValue(html, at: position - 1) else {
                continue
            }
            let mark: Missing = octet == UInt8.ascii("'") ? .singleQuote : .doubleQuote
            if let close = find(octet, mark, html) { position = close + 1 }
        }
        let inside = start..<position
        if position < html.count { position += 1 }
        return inside
    }

    private func opensValue(_ html: OctetSpan, at quote: Int) -> Bool {
        var index = quote - 1
        while index > 0, html[index].isWhiteSpace, quote - index < 16 { index -= 1 }
        return html[index] == UInt8.ascii("=")
    }

    /// Comments, declarations and processing instructions.
    private mutating func skipMarkup(_ html: OctetSpan) {
        if html.starts(withWord: "!--", position..<html.count) {
            position = find("-->", .comment, html, from: position + 1).map { $0 + 3 } ?? html.count
        } else {
            position = find(UInt8.ascii(">"), .bracket, html).map { $0 + 1 } ?? html.count
        }
    }

    /// Stands before the end tag afterwards; an element that never ends has no content.
    private mutating func skip(_ content: HTMLRawText, _ html: OctetSpan) {
        if let end = find(content.terminator, .end(of: content), html, from: position) { position = end }
    }

    private mutating func find(_ octet: UInt8, _ mark: Missing, _ html: OctetSpan) -> Int? {
        guard !missing.contains(mark) else { return nil }
        let found = html.firstIndex(of: octet, in: position..<html.count)
        if found == nil { missing.insert(mark) }
        return found
    }

    private mutating func find(_ word: StaticString, _ mark: Missing, _ html: OctetSpan, from start: Int) -> Int? {
        guard !missing.contains(mark) else { return nil }
        let found = html.firstIndex(ofMark: word, in: start..<html.count)
        if found == nil { missing.insert(mark) }
        return found
    }
}

extension HTMLScanner {
    /// What is known not to come any more; looking for each of them to the end only once keeps this linear.
    private struct Missing: OptionSet {
        let rawValue: UInt16

        static let doubleQuote = Missing(rawValue: 1)
        static let singleQuote = Missing(rawValue: 2)
        static let bracket = Missing(rawValue: 4)
        static let comment = Missing(rawValue: 8)

        static func end(of element: HTMLRawText) -> Missing {
            Missing(rawValue: 16 << element.rawValue)
        }
    }
}
