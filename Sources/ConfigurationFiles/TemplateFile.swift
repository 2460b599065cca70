import Model
import Replies
import Yams

/// A template file taken apart: the YAML between two lines `---`, and the text below.
struct TemplateFile {
    /// With an empty line in place of the first `---`, so that its lines are those of the file.
    let head: String
    let body: String
    /// Where the body begins; the last line where there is none.
    let bodyLine: Int

    /// nil where the file does not begin with front matter.
    init?(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine)
        let isFence = { (line: Substring) in line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace) }
        guard let first = lines.first, isFence(first), let end = lines.dropFirst().firstIndex(where: isFence) else {
            return nil
        }
        head = "\n" + lines[1..<end].joined(separator: "\n")
        body = lines[(end + 1)...].joined(separator: "\n")
        bodyLine = min(end + 2, lines.count)
    }

    /// The template of a file; nil, with problems in the log, where it is broken.
    static func template(_ place: TemplatePlace, text: String, parts: LanguageParts, log: ProblemLog) -> Template? {
        guard let file = TemplateFile(text) else {
            log.error(line: 1, "a template begins with front matter: “title:” and more between two lines “---”")
            return nil
        }
        guard let frontMatter = FrontMatterReader(log: log).frontMatter(from: file.head) else { return nil }
        let source = TemplateSource(
            name: place.name,
            language: place.language,
            inbox: place.inbox,
            frontMatter: frontMatter,
            body: file.body,
            bodyLine: file.bodyLine
        )
        do throws(TemplateError) {
            let template = try Template(source, parts: parts)
            return log.hasErrors ? nil : template
        } catch {
            for fault in error.faults { log.error(line: fault.line, fault.message) }
            return nil
        }
    }

    /// A part of replies: a text that needs no front matter.
    static func part(_ text: String, log: ProblemLog) -> PartSource {
        guard let file = TemplateFile(text) else { return PartSource(text: text) }
        let head = FrontMatterReader(log: log).partHead(from: file.head)
        return PartSource(text: file.body, line: file.bodyLine, slots: head.slots, promise: head.promise)
    }
}
