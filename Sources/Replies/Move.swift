package import Model

/// A named part of a template.
package struct Move: Sendable {
    package let name: MoveName
    let text: TemplateText
}
