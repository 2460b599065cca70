/// The long form of a file's text, and the short form below a line `# short`.
struct TextHalves {
    struct Half {
        var text: String
        /// Where it begins in the file, from 1.
        var line: Int

        /// Without empty lines around it, as it stands in other texts.
        var trimmed: Half {
            let start = text.firstIndex { !$0.isNewline } ?? text.endIndex
            let end = text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? start
            let skipped = text[..<start].count { $0.isNewline }
            return Half(text: String(text[start..<max(start, end)]), line: line + skipped)
        }
    }

    let long: Half
    let short: Half?

    /// - Parameter mayBeEmpty: whether an empty short form says that nothing is said there.
    init(_ text: String, firstLine: Int, mayBeEmpty: Bool = false) throws(TemplateError) {
        var halves = [Half(text: "", line: firstLine)]
        var faults: [TemplateFault] = []
        var line = firstLine
        for words in text.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine) {
            if let heading = Self.heading(words) {
                if heading != "short" {
                    let message = "“\(words)” is no heading here: “# short” begins the short form, “## gain” a move"
                    faults.append(TemplateFault(line: line, message: message))
                } else if halves.count > 1 {
                    faults.append(TemplateFault(line: line, message: "“# short” is there twice: join the two"))
                }
                halves.append(Half(text: "", line: line + 1))
            } else {
                halves[halves.count - 1].text += words + "\n"
            }
            line += 1
        }
        if !mayBeEmpty, halves.count == 2, halves[1].text.allSatisfy(\.isWhitespace) {
            let message = "the short form is empty: write it or take “# short” out"
            faults.append(TemplateFault(line: halves[1].line - 1, message: message))
        }
        guard faults.isEmpty else { throw TemplateError(faults) }
        long = halves[0]
        short = halves.count > 1 ? halves[1] : nil
    }

    /// What stands behind one `#`; nil for all other lines.
    private static func heading(_ line: Substring) -> String? {
        guard line.hasPrefix("# ") else { return nil }
        return line.dropFirst(2).split(separator: " ").joined(separator: " ").lowercased()
    }

    var all: [Half] {
        [long] + [short].compactMap(\.self)
    }

    /// The tags that include parts.
    var includes: [TemplateTag] {
        get throws(TemplateError) {
            var tags: [TemplateTag] = []
            for half in all { tags += try TemplateTag.all(in: half.text, firstLine: half.line) }
            return tags.filter { $0.kind == .include }
        }
    }
}
