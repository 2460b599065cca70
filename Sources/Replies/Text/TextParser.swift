/// Turns the text of a template into nodes.
struct TextParser {
    /// The placeholders that have a meaning there; nil for all, and for conditions beside them.
    var allowed: [Placeholder]?
    /// The compiled text of a part; nil for one that there is none of, or that cannot be used.
    var part: (String) -> [TextNode]? = { _ in nil }
    /// The names of the parts that may be included.
    var partNames: [String] = []

    func nodes(of text: String, firstLine: Int) throws(TemplateError) -> [TextNode] {
        let tags = try TemplateTag.all(in: text, firstLine: firstLine)
        let faults =
            TagCheck(allowed: allowed, partNames: partNames).faults(in: tags)
            + AddressMark.faults(in: Self.masked(text, tags), firstLine: firstLine)
        guard faults.isEmpty else { throw TemplateError(faults) }
        return build(text, tags)
    }

    /// The text with each tag replaced by one character, its lines kept.
    private static func masked(_ text: String, _ tags: [TemplateTag]) -> String {
        var masked = ""
        var position = text.startIndex
        for tag in tags {
            masked += text[position..<tag.range.lowerBound]
            masked.append(AddressMark.tagStandIn)
            masked += text[tag.range].filter(\.endsLine)
            position = tag.range.upperBound
        }
        return masked + text[position...]
    }

    private struct OpenSection {
        var tag: TemplateTag
        var outer: [TextNode]
    }

    private func build(_ text: String, _ tags: [TemplateTag]) -> [TextNode] {
        var nodes: [TextNode] = []
        var open: [OpenSection] = []
        var position = text.startIndex
        for tag in tags {
            let range = tag.isSilent ? Self.wholeLine(of: tag.range, in: text) : tag.range
            if position < range.lowerBound { nodes += plain(text[position..<range.lowerBound]) }
            position = max(position, range.upperBound)
            switch tag.kind {
            case .comment, .other: break
            case .value: if let placeholder = Placeholder(tag.name) { nodes.append(.value(placeholder)) }
            case .include: nodes += part(tag.partName) ?? []
            case .section, .invertedSection:
                open.append(OpenSection(tag: tag, outer: nodes))
                nodes = []
            case .end:
                guard let section = open.popLast() else { break }
                nodes = section.outer + [Self.section(section.tag, nodes)].compactMap(\.self)
            }
        }
        return nodes + plain(text[position...])
    }

    private static func section(_ tag: TemplateTag, _ nodes: [TextNode]) -> TextNode? {
        Condition(tag.name, allowsBarePlaceholder: true).map {
            .section($0, isInverted: tag.kind == .invertedSection, nodes)
        }
    }

    /// The tag's line with its end, where nothing else stands on it.
    private static func wholeLine(of range: Range<String.Index>, in text: String) -> Range<String.Index> {
        let before = text[..<range.lowerBound]
        let start = before.lastIndex(where: \.endsLine).map(text.index(after:)) ?? text.startIndex
        let after = text[range.upperBound...]
        let end = after.firstIndex(where: \.endsLine) ?? text.endIndex
        guard text[start..<range.lowerBound].allSatisfy(\.isWhitespace), after[..<end].allSatisfy(\.isWhitespace) else {
            return range
        }
        return start..<(end == text.endIndex ? end : text.index(after: end))
    }

    /// Text between tags: marks of address, slots, and words.
    private func plain(_ text: Substring) -> [TextNode] {
        var nodes: [TextNode] = []
        var position = text.startIndex
        for mark in AddressMark.all(in: text) {
            nodes += words(text[position..<mark.range.lowerBound])
            nodes.append(.address(formal: words(text[mark.formal]), informal: words(text[mark.informal])))
            position = mark.range.upperBound
        }
        return nodes + words(text[position...])
    }

    private func words(_ text: Substring) -> [TextNode] {
        let text = String(text)
        var nodes: [TextNode] = []
        var position = text.startIndex
        for mark in SlotMark.all(in: text) {
            if position < mark.range.lowerBound { nodes.append(.text(String(text[position..<mark.range.lowerBound]))) }
            nodes.append(.slot(mark.name))
            position = mark.range.upperBound
        }
        if position < text.endIndex { nodes.append(.text(String(text[position...]))) }
        return nodes
    }
}
