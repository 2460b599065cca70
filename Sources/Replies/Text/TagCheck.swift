/// Whether the tags of a text fit each other and name what there is.
struct TagCheck {
    /// nil for all placeholders, and conditions beside them.
    let allowed: [Placeholder]?
    /// The parts that may be included.
    let partNames: [String]

    func faults(in tags: [TemplateTag]) -> [TemplateFault] {
        var faults: [TemplateFault] = []
        var open: [TemplateTag] = []
        for tag in tags {
            if let message = fault(in: tag, open: &open) {
                faults.append(TemplateFault(line: tag.line, message: message))
            }
        }
        return faults
            + open.map {
                TemplateFault(line: $0.line, message: "section “\($0.name)” is never closed: add {{/\($0.name)}}")
            }
    }

    private func fault(in tag: TemplateTag, open: inout [TemplateTag]) -> String? {
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
            return unknownSection(tag.name)
        case .value:
            return unknownValue(tag.name)
        case .include:
            return unknownPart(tag.partName)
        }
    }

    private func unknownPart(_ name: String) -> String? {
        guard !partNames.contains(name) else { return nil }
        guard !partNames.isEmpty else { return "“{{> \(name)}}”: no part can be included here" }
        return "there is no part “_\(name).md”; \(NearestName.hint(for: name, among: partNames))"
    }

    private func unknownValue(_ name: String) -> String? {
        if let placeholder = Placeholder(name), allowed?.contains(placeholder) ?? true { return nil }
        if Signs.named[name] != nil, allowed == nil {
            return "“\(name)” is a condition and has no text: write {{#\(name)}}…{{/\(name)}}"
        }
        let names = (allowed ?? Placeholder.known).map(\.name)
        return "unknown placeholder “\(name)”; \(NearestName.hint(for: name, among: names))"
    }

    private func unknownSection(_ name: String) -> String? {
        guard allowed == nil else { return unknownValue(name) }
        guard Condition(name, allowsBarePlaceholder: true) == nil else { return nil }
        let names = Placeholder.known.map(\.name) + Condition.names
        return "unknown placeholder or condition “\(name)”; \(NearestName.hint(for: name, among: names))"
    }
}
