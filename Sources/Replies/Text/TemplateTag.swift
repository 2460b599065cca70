/// One Mustache tag of a template's text, with its line, so that faults have one.
struct TemplateTag: Hashable {
    enum Kind: Hashable {
        case value
        case section
        case invertedSection
        case end
        case comment
        /// A part's text: `{{> name}}`.
        case include
        /// Everything that templates have no use for: blocks, other delimiters, unescaped values.
        case other(String)
    }

    let kind: Kind
    let name: String
    let line: Int
    let range: Range<String.Index>

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
            let range = open.lowerBound..<close.upperBound
            tags.append(TemplateTag(String(rest[open.upperBound..<close.lowerBound]), line: line, range: range))
            line += rest[range].count { $0.endsLine }
            rest = rest[close.upperBound...]
        }
        return tags
    }

    private init(_ inside: String, line: Int, range: Range<String.Index>) {
        self.line = line
        self.range = range
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
        case ">": .include
        default: .other(String(sign))
        }
    }

    private static func trimmed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The part that it includes, `greeting` for the file `_greeting.md`.
    var partName: String {
        name.hasPrefix("_") ? String(name.dropFirst()) : name
    }

    /// Whether it shows nothing itself: such a tag that is alone on its line takes the line away with it.
    var isSilent: Bool {
        switch kind {
        case .section, .invertedSection, .end, .comment: true
        case .value, .include, .other: false
        }
    }
}
