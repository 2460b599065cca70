import Replies
import Yams

/// YAML turned to nodes that know their lines.
enum YAMLText {
    /// The root node; nil, with a problem in the log, where the text is no YAML. An empty text is an empty mapping.
    static func root(of text: String, log: ProblemLog) -> Node? {
        do {
            // No types are told from how values look, which took a third of the time: each reader knows what it expects.
            return try Yams.compose(yaml: withoutSeparators(text), .basic) ?? Node([(Node, Node)]())
        } catch let error as YamlError {
            report(error, to: log)
        } catch {
            log.error(line: 1, "this is not YAML: \(error)")
        }
        return nil
    }

    /// YAML 1.1, and so libyaml, takes NEL and Unicode's separators for ends of lines. YAML 1.2 (section 5.4) and editors
    /// do not, so that lines would be counted differently from there on.
    private static func withoutSeparators(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isSeparator) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isSeparator($0) ? " " : $0 }))
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
    }

    private static func report(_ error: YamlError, to log: ProblemLog) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let about = context.map { ", \($0.text)" } ?? ""
            log.error(at: mark, "this is not YAML: \(problem)\(about)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "“\($0)”" }.joined(separator: ", ")
            log.error(at: context.mark, "given twice: \(names)")
        case .reader(let problem, let offset, _, let text):
            let before = text.prefix(offset ?? 0)
            log.error(line: 1 + before.count { $0.endsLine }, "this is not YAML: \(problem)")
        default:
            log.error(line: 1, "this is not YAML: \(error)")
        }
    }
}
