import CCMark

/// Markdown as cmark-gfm reads it, in the dialect of replies: a line break is a line break, and HTML is only text.
struct MarkdownDocument: ~Copyable {
    private let root: OpaquePointer

    init(_ markdown: String) {
        var markdown = markdown
        root = markdown.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // Only memory running out makes it null, and then cmark itself has ended the process.
                Self.parsed(characters)
            }
        }
        turnHTMLToText()
    }

    private static func parsed(_ characters: UnsafeBufferPointer<CChar>) -> OpaquePointer {
        guard let root = cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT) else {
            preconditionFailure("cmark gave no document")
        }
        return root
    }

    deinit {
        cmark_node_free(root)
    }

    /// HTML without any raw HTML and without links that could run something.
    borrowing func html() -> String {
        guard let rendered = cmark_render_html(root, CMARK_OPT_HARDBREAKS, nil) else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
        return String(cString: rendered)
    }

    /// What a mail program without HTML shows.
    borrowing func plainText() -> String {
        var rendering = PlainTextRendering()
        Self.walk(root) { rendering.take($0, $1) }
        return rendering.output
    }

    private static func walk(_ root: OpaquePointer, _ visit: (cmark_event_type, OpaquePointer) -> Void) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
            visit(event, node)
        }
    }

    private borrowing func turnHTMLToText() {
        var found: [OpaquePointer] = []
        Self.walk(root) { event, node in
            let type = cmark_node_get_type(node)
            if event == CMARK_EVENT_ENTER, type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_HTML_BLOCK {
                found.append(node)
            }
        }
        for node in found { Self.turnToText(node) }
    }

    private static func turnToText(_ node: OpaquePointer) {
        guard let text = cmark_node_new(CMARK_NODE_TEXT) else { return }
        cmark_node_set_literal(text, cmark_node_get_literal(node))
        var replacement = text
        if cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK, let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) {
            cmark_node_append_child(paragraph, text)
            replacement = paragraph
        }
        if cmark_node_replace(node, replacement) == 1 { cmark_node_free(node) } else { cmark_node_free(replacement) }
    }
}
