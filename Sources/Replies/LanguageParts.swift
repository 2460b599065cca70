/// What every reply of a language begins and ends with.
package struct LanguageParts: Sendable {
    let greeting: TemplateText
    let closing: TemplateText

    /// - Parameters:
    ///   - greeting: Mustache in Markdown, such as `Hello {{customer.first_name}},`.
    ///   - closing: the words above the signature, such as `Kind regards`.
    package init(greeting: PartSource, closing: PartSource) throws(TemplateError) {
        self.greeting = try Self.text(greeting)
        self.closing = try Self.text(closing)
    }

    /// What is wrong with a greeting or closing; nothing where it can be used.
    package static func faults(in source: PartSource) -> [TemplateFault] {
        do throws(TemplateError) {
            _ = try text(source)
            return []
        } catch {
            return error.faults
        }
    }

    private static func text(_ source: PartSource) throws(TemplateError) -> TemplateText {
        let marks = SlotMark.all(in: source.text)
        if let mark = marks.first {
            throw TemplateError([TemplateFault(line: source.line, message: "[[\(mark.name)]]: no slots here")])
        }
        return try TemplateText(source.text, firstLine: source.line)
    }
}

/// The text of a greeting or closing, and where it begins in its file.
package struct PartSource: Hashable, Sendable {
    package var text: String
    package var line: Int

    package init(text: String, line: Int = 1) {
        self.text = text
        self.line = line
    }
}
