import Model

/// A piece of a compiled text.
enum TextNode: Sendable {
    case text(String)
    case value(Placeholder)
    case slot(String)
    /// `{formal|informal}`
    case address(formal: [TextNode], informal: [TextNode])
    case section(Condition, isInverted: Bool, [TextNode])

    func append(to output: inout String, _ context: TextContext) {
        switch self {
        case .text(let words): output += words
        case .value(let placeholder):
            // Absent, it reads as an open slot, so that it fails closed.
            if let words = context.values[placeholder] {
                MarkdownText.append(words, to: &output)
            } else {
                output += SlotMark.text(placeholder.slotName)
            }
        case .slot(let name): output += SlotMark.text(context.slotName(name))
        case .address(let formal, let informal):
            (context.formality == .formal ? formal : informal).append(to: &output, context)
        case .section(let condition, let isInverted, let nodes):
            if condition.holds(in: context) != isInverted { nodes.append(to: &output, context) }
        }
    }

    /// Every placeholder whose value it writes or depends on.
    func visitPlaceholders(_ visit: (Placeholder) -> Void) {
        switch self {
        case .text, .slot: break
        case .value(let placeholder): visit(placeholder)
        case .address(let formal, let informal):
            for node in formal + informal { node.visitPlaceholders(visit) }
        case .section(let condition, _, let nodes):
            if case .has(let placeholder) = condition { visit(placeholder) }
            for node in nodes { node.visitPlaceholders(visit) }
        }
    }
}

extension [TextNode] {
    func append(to output: inout String, _ context: TextContext) {
        for node in self { node.append(to: &output, context) }
    }
}
