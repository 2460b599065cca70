import CCMark

/// Plain text grown from the events of a walk through a document; nothing recursive, however deep it is nested.
struct PlainTextRendering {
    private(set) var output = ""
    private var containers: [Container] = []
    private var lists: [List] = []
    private var inline = ""
    /// Where the text of the links that are open begins in `inline`, in UTF-8.
    private var linkStarts: [Int] = []

    private enum Container {
        case quote
        /// The marker is said once; the lines below are indented by its width.
        case item(marker: String, isSaid: Bool)
    }

    private struct List {
        var isTight: Bool
        /// nil for bullets.
        var number: Int?
        var hasBegun = false
    }

    mutating func take(_ event: cmark_event_type, _ node: OpaquePointer) {
        if event == CMARK_EVENT_ENTER { enter(node) } else { exit(node) }
    }

    private mutating func enter(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE: containers.append(.quote)
        case CMARK_NODE_LIST: beginList(node)
        case CMARK_NODE_ITEM: beginItem()
        case CMARK_NODE_TEXT, CMARK_NODE_CODE: inline += literal(node)
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: inline += "\n"
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE: linkStarts.append(inline.utf8.count)
        case CMARK_NODE_CODE_BLOCK: emit(literal(node))
        case CMARK_NODE_THEMATIC_BREAK: emit("---")
        default: break
        }
    }

    private mutating func exit(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
            emit(inline)
            inline = ""
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE: endLink(node)
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_ITEM: containers.removeLast()
        case CMARK_NODE_LIST: lists.removeLast()
        default: break
        }
    }

    private mutating func beginList(_ node: OpaquePointer) {
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        let number = isOrdered ? Int(cmark_node_get_list_start(node)) : nil
        lists.append(List(isTight: cmark_node_get_list_tight(node) == 1, number: number))
    }

    private mutating func beginItem() {
        guard let list = lists.last else { return }
        containers.append(.item(marker: list.number.map { "\($0). " } ?? "- ", isSaid: false))
        lists[lists.count - 1].number = list.number.map { $0 + 1 }
    }

    /// Says where a link goes, unless its text is that already.
    private mutating func endLink(_ node: OpaquePointer) {
        guard let start = linkStarts.popLast(), let address = cmark_node_get_url(node) else { return }
        let target = String(cString: address)
        let text = String(decoding: inline.utf8.dropFirst(start), as: UTF8.self)
        guard !target.isEmpty, target != text, target != "mailto:\(text)" else { return }
        inline += text.isEmpty ? target : " (\(target))"
    }

    private mutating func emit(_ block: String) {
        separate()
        let lines = block.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let count = lines.last?.isEmpty == true && lines.count > 1 ? lines.count - 1 : lines.count
        for (index, line) in lines.prefix(count).enumerated() {
            if index > 0 { output += "\n" }
            output += prefix()
            output += Substring(line)
        }
    }

    private mutating func separate() {
        var isTight = lists.last?.isTight ?? false
        if let list = lists.last, !list.hasBegun {
            isTight = lists.dropLast().last?.isTight ?? false
            lists[lists.count - 1].hasBegun = true
        }
        guard !output.isEmpty else { return }
        output += isTight ? "\n" : "\n" + emptyLinePrefix() + "\n"
    }

    private mutating func prefix() -> String {
        var prefix = ""
        for index in containers.indices {
            switch containers[index] {
            case .quote: prefix += "> "
            case .item(let marker, let isSaid):
                prefix += isSaid ? String(repeating: " ", count: marker.utf8.count) : marker
                containers[index] = .item(marker: marker, isSaid: true)
            }
        }
        return prefix
    }

    private func emptyLinePrefix() -> String {
        let depth = containers.prefix { if case .quote = $0 { true } else { false } }.count
        return Array(repeating: ">", count: depth).joined(separator: " ")
    }

    private func literal(_ node: OpaquePointer) -> String {
        cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }
}
