/// One Mustache tag of a template's text, found before Mustache compiles it, so that faults have a line.
struct TemplateTag: Hashable {
    enum Kind: Hashable {
        case value
        case section
        case invertedSection
        case end
        case comment
        /// Everything that templates have no use for: partials, blocks, other delimiters, unescaped values.
        case other(String)
    }

    let kind: Kind
    let name: String
    let line: Int

    /// The tags of a text whose first line is `firstLine` of its file.
    static func all(in text: String, firstLine: Int) throws(TemplateError) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var line = firstLine
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            line += rest[..<open.lowerBound].count { $0.endsLine }
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
                throw TemplateError([TemplateFault(line: line, message: "“{{” has no “}}”: close the placeholder")])
            }
            tags.append(TemplateTag(String(rest[open.upperBound..<close.lowerBound]), line: line))
            line += rest[open.lowerBound..<close.upperBound].count { $0.endsLine }
            rest = rest[close.upperBound...]
        }
        return tags
    }

    private init(_ inside: String, line: Int) {
        self.line = line
        guard let sign = inside.first, !sign.isLetter, !sign.isWhitespace else {
            kind = .value
            name = Self.trimmed(inside)
            return
        }
        kind = Self.kind(of: sign)
        name = Self.trimmed(String(inside.dropFirst()))
    }

    private static func kind(of sign: Character) -> Kind {
        switch sign {
        case "#": .section
        case "^": .invertedSection
        case "/": .end
        case "!": .comment
        default: .other(String(sign))
        }
    }

    private static func trimmed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
