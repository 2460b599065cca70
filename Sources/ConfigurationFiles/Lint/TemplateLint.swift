import Model
package import Replies

/// What the charter says of templates, as they come out with sample values.
package struct TemplateLint: Sendable {
    private let charter: Charter
    private let templates: TemplateSet

    package init(charter: CharterLexicons, templates: TemplateSet) {
        self.charter = Charter(charter)
        self.templates = templates
    }

    /// Every finding once, by file and line.
    ///
    /// - Parameter files: the templates that are looked at, as they stand under the root.
    package func findings(in files: [ConfigurationFile]) -> [LintFinding] {
        let texts = Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
        return templates.all.flatMap { template in
            let path = Self.path(of: template)
            return texts[path].map { findings(in: template, path: path, text: $0) } ?? []
        }.sorted { ($0.file, $0.line ?? 0, $0.finding.check) < ($1.file, $1.line ?? 0, $1.finding.check) }
    }

    private func findings(in template: Template, path: String, text: String) -> [LintFinding] {
        let source = TemplateLines(text)
        var seen: Set<LintFinding> = []
        return TemplateSamples(template: template, templates: templates).drafts.flatMap { draft in
            report(on: draft).findings.compactMap { finding in
                let line = source.line(of: finding.span.text)
                let found = LintFinding(finding, file: path, line: line)
                return seen.insert(found.withoutPlace).inserted ? found : nil
            }
        }
    }

    /// What a message would have to tell is left out.
    private func report(on draft: DraftBody) -> CharterReport {
        charter.report(ReplyToCheck(draft, message: nil, content: nil, agent: TemplateSamples.agent))
    }

    private static func path(of template: Template) -> String {
        let folders = ["templates", template.inbox?.rawValue, template.language].compactMap(\.self)
        return (folders + ["\(template.name).md"]).joined(separator: "/")
    }
}

/// Finds the line of a template that some of its rendered words came from.
private struct TemplateLines {
    private let lines: [(number: Int, words: Set<Substring>)]

    init(_ text: String) {
        var number = 0
        var fences = 0
        var lines: [(Int, Set<Substring>)] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            if fences < 2 {
                if line.hasPrefix("---") { fences += 1 }
                continue
            }
            lines.append((number, Self.words(of: line)))
        }
        self.lines = lines
    }

    /// The line that shares most words; the first of the text where none does.
    func line(of words: String) -> Int {
        let wanted = Self.words(of: words[...])
        var best = (number: lines.first?.number ?? 1, shared: 0)
        for line in lines {
            let shared = line.words.intersection(wanted).count
            if shared > best.shared { best = (line.number, shared) }
        }
        return best.number
    }

    private static func words(of line: Substring) -> Set<Substring> {
        Set(line.split { !$0.isLetter && !$0.isNumber && $0 != "’" && $0 != "'" })
    }
}
