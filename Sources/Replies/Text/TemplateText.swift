/// A piece of a template's text, compiled once and checked to hold only what has a meaning. Immutable, and handed on by
/// reference.
final class TemplateText: Sendable {
    let nodes: [TextNode]
    /// Every slot that it may hold, those of included parts too.
    let slots: Set<String>
    /// Every placeholder that it writes or depends on.
    let placeholders: Set<Placeholder>

    init(_ nodes: [TextNode]) {
        self.nodes = nodes
        slots = Self.slots(in: nodes)
        var placeholders: Set<Placeholder> = []
        for node in nodes { node.visitPlaceholders { placeholders.insert($0) } }
        self.placeholders = placeholders
    }

    /// A text that stands by itself, without parts.
    ///
    /// - Parameters:
    ///   - firstLine: where the text begins in its file.
    ///   - allowed: the placeholders that have a meaning there; nil for all.
    convenience init(_ text: String, firstLine: Int, allowed: [Placeholder]? = nil) throws(TemplateError) {
        self.init(try TextParser(allowed: allowed).nodes(of: text, firstLine: firstLine))
    }

    /// The filled text, without white space at its ends and never with more than one empty line in a row.
    func render(_ context: TextContext) -> String {
        var output = ""
        output.reserveCapacity(512)
        nodes.append(to: &output, context)
        return Paragraphs.tidy(output)
    }

    private static func slots(in nodes: [TextNode]) -> Set<String> {
        nodes.reduce(into: []) { slots, node in
            switch node {
            case .text, .value: break
            case .slot(let name): slots.insert(name)
            case .address(let formal, let informal): slots.formUnion(self.slots(in: formal + informal))
            case .section(_, _, let inner): slots.formUnion(self.slots(in: inner))
            }
        }
    }
}
