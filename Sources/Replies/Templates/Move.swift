package import Model

/// A named part of a template.
package struct Move: Sendable {
    package let name: MoveName
    let text: TemplateText
    /// Any of them calls for it; it is always called for where there is none.
    var when: [Condition] = []
    /// None of them may hold.
    var unless: [Condition] = []

    func isSaid(in context: TextContext) -> Bool {
        (when.isEmpty || when.contains { $0.holds(in: context) }) && !unless.contains { $0.holds(in: context) }
    }
}

extension Move {
    /// Whether it says what the list of limits says. Others speak of what a template's own matter never allows.
    var namesLimit: Bool {
        name == .limit && text.placeholders.contains(where: \.isOfLimit)
    }
}
