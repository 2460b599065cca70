/// One thing wrong with a template, at a line of its file.
package struct TemplateFault: Hashable, Sendable {
    /// From 1.
    package var line: Int
    /// What is wrong, and what would mend it.
    package var message: String

    package init(line: Int, message: String) {
        self.line = line
        self.message = message
    }
}

/// Everything wrong with a template, in the order of its lines.
package struct TemplateError: Error, Hashable, Sendable {
    package let faults: [TemplateFault]

    init(_ faults: [TemplateFault]) {
        self.faults = faults.sorted { $0.line < $1.line }
    }
}
