/// Splits HTML into text and tags the way browsers do with bad markup: a `<` that begins no tag is text, a quote that
/// never closes does not swallow the document.
struct HTMLScanner {
    enum Token {
        case text(Octets)
        case start(HTMLTag)
        case end(HTMLElement)
    }

    private let html: Octets
    private var position: Int
    /// Quotes and terminators known not to come any more; looking for each of them to the end only once keeps this linear.
    private var missing: Set<[UInt8]> = []

    private static let longestName = 32

    init(_ html: Octets) {
        self.html = html
        position = html.startIndex
    }

    mutating func next() -> Token? {
        while position < html.endIndex {
            let start = position
            position += 1
            if html[start] == UInt8.ascii("<"), start + 1 < html.endIndex {
                let following = html[start + 1]
                if following.isLetter { return startTag() }
                if following == UInt8.ascii("/") {
                    if let end = endTag() { return end }
                    continue
                }
                if following == UInt8.ascii("!") || following == UInt8.ascii("?") {
                    skipMarkup()
                    continue
                }
            }
            while position < html.endIndex, html[position] != UInt8.ascii("<") { position += 1 }
            return .text(html[start..<position])
        }
        return nil
    }

    private mutating func startTag() -> Token {
        let name = takeName()
        let inside = takeInside()
        if ["script", "style", "title", "textarea", "noembed", "iframe"].contains(name) { skipContent(of: name) }
        return .start(HTMLTag(name: HTMLElement(name), inside: inside))
    }

    private mutating func endTag() -> Token? {
        position += 1
        let name = takeName()
        _ = takeInside()
        return name.isEmpty ? nil : .end(HTMLElement(name))
    }

    private mutating func takeName() -> String {
        let start = position
        while position < html.endIndex, isName(html[position]) { position += 1 }
        return String(token: html[start..<position].prefix(Self.longestName))
    }

    private func isName(_ octet: UInt8) -> Bool {
        octet.isLetter || octet.isDigit || octet == UInt8.ascii(":") || octet == UInt8.ascii("-")
    }

    /// Everything up to the closing `>`, which may stand within quotes.
    private mutating func takeInside() -> Octets {
        let start = position
        while position < html.endIndex, html[position] != UInt8.ascii(">") {
            let octet = html[position]
            position += 1
            guard octet == UInt8.ascii("\"") || octet == UInt8.ascii("'"), opensValue(at: position - 1) else {
                continue
            }
            if let close = find([octet], from: position) { position = close + 1 }
        }
        let inside = html[start..<position]
        if position < html.endIndex { position += 1 }
        return inside
    }

    private func opensValue(at quote: Int) -> Bool {
        var index = quote - 1
        while index > html.startIndex, html[index].isWhiteSpace, quote - index < 16 { index -= 1 }
        return html[index] == UInt8.ascii("=")
    }

    /// Comments, declarations and processing instructions.
    private mutating func skipMarkup() {
        if html[position...].starts(with: [0x21, 0x2D, 0x2D]) {
            let end = find([0x2D, 0x2D, 0x3E], from: position + 1)
            position = end.map { $0 + 3 } ?? html.endIndex
        } else {
            position = find([UInt8.ascii(">")], from: position).map { $0 + 1 } ?? html.endIndex
        }
    }

    /// Stands before the end tag afterwards; an element that never ends has no content.
    private mutating func skipContent(of name: String) {
        let terminator = [UInt8.ascii("<"), UInt8.ascii("/")] + name.utf8
        if let end = find(terminator, from: position) { position = end }
    }

    private mutating func find(_ wanted: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first, !missing.contains(wanted) else { return nil }
        var index = start
        while index + wanted.count <= html.endIndex {
            if html[index] == first, html[index..<(index + wanted.count)].lazy.map(\.lowercased).elementsEqual(wanted) {
                return index
            }
            index += 1
        }
        missing.insert(wanted)
        return nil
    }
}
