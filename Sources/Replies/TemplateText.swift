import Mustache

/// A piece of a template's text, compiled once and checked to hold only known placeholders.
struct TemplateText: Sendable {
    private let mustache: MustacheTemplate

    /// - Parameters:
    ///   - firstLine: where the text begins in its file.
    ///   - allowed: the placeholders that have a meaning there.
    init(_ text: String, firstLine: Int, allowed: [Placeholder] = Placeholder.allCases) throws(TemplateError) {
        try Self.check(TemplateTag.all(in: text, firstLine: firstLine), allowed: allowed.map(\.rawValue))
        do {
            // Templates are Markdown or plain text, and values come escaped for it.
            mustache = try MustacheTemplate(string: "{{% CONTENT_TYPE: TEXT}}\n" + text)
        } catch {
            throw TemplateError([TemplateFault(line: firstLine, message: "this is not Mustache: \(error)")])
        }
    }

    /// The filled text, without white space at its ends and never with more than one empty line in a row.
    func render(_ values: PlaceholderValues) -> String {
        Paragraphs.tidy(mustache.render(values))
    }

    private static func check(_ tags: [TemplateTag], allowed: [String]) throws(TemplateError) {
        var faults: [TemplateFault] = []
        var open: [TemplateTag] = []
        for tag in tags {
            if let message = fault(in: tag, open: &open, allowed: allowed) {
                faults.append(TemplateFault(line: tag.line, message: message))
            }
        }
        faults += open.map {
            TemplateFault(line: $0.line, message: "section “\($0.name)” is never closed: add {{/\($0.name)}}")
        }
        guard faults.isEmpty else { throw TemplateError(faults) }
    }

    private static func fault(in tag: TemplateTag, open: inout [TemplateTag], allowed: [String]) -> String? {
        switch tag.kind {
        case .comment:
            return nil
        case .other(let sign):
            return "“{{\(sign)” has no use in a template: write {{name}}, {{#name}}…{{/name}} or {{^name}}…{{/name}}"
        case .end:
            guard let last = open.popLast() else { return "{{/\(tag.name)}} closes a section that was never opened" }
            return last.name == tag.name ? nil : "{{/\(tag.name)}} stands where {{/\(last.name)}} is expected"
        case .section, .invertedSection:
            open.append(tag)
            return unknown(tag.name, allowed)
        case .value:
            return unknown(tag.name, allowed)
        }
    }

    private static func unknown(_ name: String, _ allowed: [String]) -> String? {
        guard !allowed.contains(name) else { return nil }
        return "unknown placeholder “\(name)”; \(NearestName.hint(for: name, among: allowed))"
    }
}
