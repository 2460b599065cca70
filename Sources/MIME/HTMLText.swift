import Model

/// Turns the HTML of a mail into the text a reader would see: blocks and line breaks as lines, lists with bullets,
/// links with their address where the text does not show it, quoted mail as `> ` lines. What the HTML says of quotes and
/// signatures is kept beside the text.
///
/// One pass without looking back, so that neither deep nesting nor unclosed tags nor size can make it slow.
struct HTMLText {
    private var writer: HTMLTextWriter
    private var stack: [Open] = []
    private var hidden = 0
    private var lists: [List] = []
    private var regions = HTMLRegions()
    private let honoursHiding: Bool

    private struct Open {
        var name: HTMLElement
        var isHidden = false
        var link: HTMLLink?
        var indents = false
        /// The number of the region that it opened.
        var region: Int?
    }

    private struct List {
        var isOrdered: Bool
        var number: Int
    }

    /// Elements open at once beyond this are taken as closed; and end tags look this far for what they end.
    private static let deepest = 200

    /// What is hidden is left out, unless then nothing is left.
    static func text(from html: String) -> StructuredText {
        let octets = html.utf8.span
        let visible = render(octets, honoursHiding: true)
        return visible.text.isEmpty ? render(octets, honoursHiding: false) : visible
    }

    private static func render(_ html: OctetSpan, honoursHiding: Bool) -> StructuredText {
        var converter = HTMLText(size: html.count, honoursHiding: honoursHiding)
        var scanner = HTMLScanner()
        while let token = scanner.next(in: html) {
            switch token {
            case .text(let range): if converter.hidden == 0 { converter.writer.write(html, range) }
            case .start: converter.start(scanner.tag, of: html)
            case .end(let name): converter.end(name, of: html)
            }
        }
        converter.close(at: 0, html)
        let regions = converter.regions.finished
        return StructuredText(text: converter.writer.finish(), regions: regions)
    }

    private init(size: Int, honoursHiding: Bool) {
        writer = HTMLTextWriter(size: size)
        self.honoursHiding = honoursHiding
    }

    private mutating func start(_ tag: HTMLTag, of html: OctetSpan) {
        closeImplied(by: tag.name, html)
        if tag.name.isVoid {
            if hidden == 0 { void(tag, html) }
            return
        }
        if stack.count >= Self.deepest { close(at: stack.count - 1, html) }
        var open = Open(name: tag.name)
        open.isHidden = honoursHiding && (tag.name == .skipped || tag.isHidden(in: html))
        if open.isHidden { hidden += 1 }
        if hidden == 0 { mark(tag, &open, html) }
        if hidden == 0 { enter(tag, &open, html) }
        stack.append(open)
    }

    private mutating func void(_ tag: HTMLTag, _ html: OctetSpan) {
        switch tag.name {
        case .lineBreak: writer.lineBreak()
        case .rule: writer.rule()
        case .image: if let alternative = tag.value(.alt) { emoji(html, alternative) }
        default: break
        }
    }

    /// An image whose alternative text is a few symbols stands for an emoji.
    private mutating func emoji(_ html: OctetSpan, _ alternative: Range<Int>) {
        HTMLEntity.withResolved(html, alternative) { html, text in
            if (1...16).contains(text.count), text.allSatisfy({ html[$0] >= 0x80 }) { writer.write(html, text) }
        }
    }

    /// A container begins on a line of its own.
    private mutating func mark(_ tag: HTMLTag, _ open: inout Open, _ html: OctetSpan) {
        guard tag.name == .block || tag.name == .quote || tag.name == .inline || tag.name == .paragraph else { return }
        open.indents = tag.name == .quote && tag.isIndent(in: html)
        let container = HTMLContainer(tag, in: html) ?? (tag.name == .quote && !open.indents ? .quote : nil)
        guard let container else { return }
        writer.breakLine(1)
        let parent = stack.last?.region
        open.region = regions.open(container, inside: parent, isQuote: tag.name == .quote, at: writer.position)
        if tag.name == .quote { open.indents = false }
    }

    private mutating func enter(_ tag: HTMLTag, _ open: inout Open, _ html: OctetSpan) {
        writer.breakLine(tag.name.linesAround)
        switch tag.name {
        case .anchor: open.link = tag.value(.href).map { HTMLLink(address: $0, textStart: writer.position) }
        case .quote: if !open.indents { writer.quoteDepth += 1 }
        case .preformatted: writer.preformattedDepth += 1
        case .unorderedList: lists.append(List(isOrdered: false, number: 0))
        case .orderedList: lists.append(List(isOrdered: true, number: Self.start(tag, html) ?? 1))
        case .item: item()
        case .cell: writer.separateCell()
        default: break
        }
    }

    private mutating func item() {
        let depth = max(lists.count, 1) - 1
        guard let last = lists.last, last.isOrdered else { return writer.mark(HTMLBullet(depth: depth)) }
        writer.mark(HTMLBullet(depth: depth, number: last.number))
        lists[lists.count - 1].number = last.number &+ 1
    }

    private mutating func end(_ name: HTMLElement, of html: OctetSpan) {
        if name == .paragraph, !stack.contains(where: { $0.name == .paragraph }) {
            if hidden == 0 { writer.breakLine(name.linesAround) }
            return
        }
        guard name != .other || stack.last?.name == .other else { return }
        guard let index = stack.lastIndex(where: { $0.name == name }) else { return }
        if name.isInline, stack[index...].contains(where: { !$0.name.isInline }) { return closeInline(at: index, html) }
        close(at: index, html)
    }

    /// Closes an element and all that was left open in it.
    private mutating func close(at index: Int, _ html: OctetSpan) {
        while stack.count > index, let open = stack.popLast() { leave(open, html) }
    }

    /// `<a><div></a>` ends the link, not the block.
    private mutating func closeInline(at index: Int, _ html: OctetSpan) {
        leave(stack.remove(at: index), html)
    }

    private mutating func leave(_ open: Open, _ html: OctetSpan) {
        if hidden == 0 { exit(open, html) }
        if open.isHidden { hidden -= 1 }
    }

    private mutating func exit(_ open: Open, _ html: OctetSpan) {
        switch open.name {
        case .anchor: if let link = open.link { writer.annotate(link, of: html) }
        case .preformatted: writer.preformattedDepth -= 1
        case .unorderedList, .orderedList: _ = lists.popLast()
        default: break
        }
        writer.breakLine(open.name.linesAround)
        if open.name == .quote, !open.indents { writer.quoteDepth -= 1 }
        if let region = open.region {
            writer.breakLine(1)
            regions.close(region, at: writer.endOfLine())
        }
    }

    /// A paragraph, an item or a cell ends where the next one begins.
    private mutating func closeImplied(by name: HTMLElement, _ html: OctetSpan) {
        guard let ended = name.ended else { return }
        for index in stack.indices.reversed() {
            if stack[index].name == ended { return close(at: index, html) }
            if name.isKept(within: stack[index].name) { return }
        }
    }

    /// The number of an ordered list's first item.
    private static func start(_ tag: HTMLTag, _ html: OctetSpan) -> Int? {
        guard let value = tag.value(.start) else { return nil }
        return HTMLEntity.withResolved(html, value) { html, digits in
            digits.count < 10 ? html.withOctets(digits) { Int(String(decoding: $0, as: UTF8.self)) } : nil
        }
    }
}
