import Model

/// Turns the HTML of a mail into the text a reader would see: blocks and line breaks as lines, lists with bullets,
/// links with their address where the text does not show it, quoted mail as `> ` lines. What the HTML says of quotes and
/// signatures is kept beside the text.
///
/// One pass without looking back, so that neither deep nesting nor unclosed tags nor size can make it slow.
struct HTMLText {
    private var writer = HTMLTextWriter()
    private var stack: [Open] = []
    private var hidden = 0
    private var lists: [List] = []
    private var regions = HTMLRegions()
    private let honoursHiding: Bool

    private struct Open {
        var name: HTMLElement
        var isHidden = false
        var link: Link?
        var indents = false
        /// The number of the region that it opened.
        var region: Int?
    }

    private struct Link {
        var url: Octets
        var textStart: Int
    }

    private struct List {
        var isOrdered: Bool
        var number: Int
    }

    /// Elements open at once beyond this are taken as closed; and end tags look this far for what they end.
    private static let deepest = 200
    private static let longestLink = 2000

    /// What is hidden is left out, unless then nothing is left.
    static func text(from html: String) -> StructuredText {
        let octets = Array(html.utf8)[...]
        let visible = render(octets, honoursHiding: true)
        return visible.text.isEmpty ? render(octets, honoursHiding: false) : visible
    }

    private static func render(_ html: Octets, honoursHiding: Bool) -> StructuredText {
        var converter = HTMLText(honoursHiding: honoursHiding)
        var scanner = HTMLScanner(html)
        while let token = scanner.next() { converter.take(token) }
        converter.close(at: 0)
        let regions = converter.regions.finished
        return StructuredText(text: converter.writer.finish(), regions: regions)
    }

    private init(honoursHiding: Bool) {
        self.honoursHiding = honoursHiding
    }

    private mutating func take(_ token: HTMLScanner.Token) {
        switch token {
        case .text(let octets): if hidden == 0 { writer.write(octets) }
        case .start(let tag): start(tag)
        case .end(let name): end(name)
        }
    }

    private mutating func start(_ tag: HTMLTag) {
        closeImplied(by: tag.name)
        if tag.name.isVoid {
            if hidden == 0 { void(tag) }
            return
        }
        if stack.count >= Self.deepest { close(at: stack.count - 1) }
        var open = Open(name: tag.name)
        open.isHidden = honoursHiding && (tag.name == .skipped || tag.isHidden)
        if open.isHidden { hidden += 1 }
        if hidden == 0 { mark(tag, &open) }
        if hidden == 0 { enter(tag, &open) }
        stack.append(open)
    }

    private mutating func void(_ tag: HTMLTag) {
        switch tag.name {
        case .lineBreak: writer.lineBreak()
        case .rule: writer.rule()
        case .image: if let alternative = tag.value("alt"), HTMLTag.isEmoji(alternative) { writer.write(alternative) }
        default: break
        }
    }

    /// A container begins on a line of its own.
    private mutating func mark(_ tag: HTMLTag, _ open: inout Open) {
        guard tag.name == .block || tag.name == .quote || tag.name == .inline || tag.name == .paragraph else { return }
        open.indents = tag.name == .quote && HTMLContainer.isIndent(tag)
        let container = HTMLContainer(tag) ?? (tag.name == .quote && !open.indents ? .quote : nil)
        guard let container else { return }
        writer.breakLine(1)
        let parent = stack.last?.region
        open.region = regions.open(container, inside: parent, isQuote: tag.name == .quote, at: writer.position)
        if tag.name == .quote { open.indents = false }
    }

    private mutating func enter(_ tag: HTMLTag, _ open: inout Open) {
        writer.breakLine(tag.name.linesAround)
        switch tag.name {
        case .anchor: open.link = tag.value("href").map { Link(url: $0, textStart: writer.position) }
        case .quote: if !open.indents { writer.quoteDepth += 1 }
        case .preformatted: writer.preformattedDepth += 1
        case .unorderedList: lists.append(List(isOrdered: false, number: 0))
        case .orderedList: lists.append(List(isOrdered: true, number: tag.value("start").flatMap(Self.number) ?? 1))
        case .item: item()
        case .cell: writer.separateCell()
        default: break
        }
    }

    private mutating func item() {
        let indent = String(repeating: "  ", count: min(max(lists.count, 1) - 1, 8))
        guard let last = lists.last, last.isOrdered else { return writer.mark("\(indent)* ") }
        writer.mark("\(indent)\(last.number). ")
        lists[lists.count - 1].number = last.number &+ 1
    }

    private mutating func end(_ name: HTMLElement) {
        if name == .paragraph, !stack.contains(where: { $0.name == .paragraph }) {
            if hidden == 0 { writer.breakLine(name.linesAround) }
            return
        }
        guard name != .other || stack.last?.name == .other else { return }
        guard let index = stack.lastIndex(where: { $0.name == name }) else { return }
        if name.isInline, stack[index...].contains(where: { !$0.name.isInline }) { return closeInline(at: index) }
        close(at: index)
    }

    /// Closes an element and all that was left open in it.
    private mutating func close(at index: Int) {
        while stack.count > index, let open = stack.popLast() { leave(open) }
    }

    /// `<a><div></a>` ends the link, not the block.
    private mutating func closeInline(at index: Int) {
        leave(stack.remove(at: index))
    }

    private mutating func leave(_ open: Open) {
        if hidden == 0 { exit(open) }
        if open.isHidden { hidden -= 1 }
    }

    private mutating func exit(_ open: Open) {
        switch open.name {
        case .anchor: if let link = open.link { finish(link) }
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
    private mutating func closeImplied(by name: HTMLElement) {
        let (closed, stops) = name.closes
        guard !closed.isEmpty else { return }
        for index in stack.indices.reversed() {
            if closed.contains(stack[index].name) { return close(at: index) }
            if stops.contains(stack[index].name) { return }
        }
    }

    private mutating func finish(_ link: Link) {
        guard link.url.count <= Self.longestLink, HTMLTag.isWebAddress(link.url) else { return }
        let shown = writer.text(from: link.textStart)
        if !shown.isEmpty, !HTMLTag.shows(shown, link.url) { writer.annotate(link.url) }
    }

    private static func number(_ octets: Octets) -> Int? {
        octets.count < 10 ? Int(String(decoding: octets, as: UTF8.self)) : nil
    }
}
