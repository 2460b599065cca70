package import Model

/// A finding with the file that it is in, as `wavelength lint` prints it.
package struct LintFinding: Hashable, Sendable {
    package var finding: Finding
    /// As it was named, or relative to the root.
    package var file: String
    /// From 1; nil where the text is no template.
    package var line: Int?

    package init(_ finding: Finding, file: String, line: Int? = nil) {
        self.finding = finding
        self.file = file
        self.line = line
    }

    /// The same for every way in which one line may be rendered.
    package var withoutPlace: LintFinding {
        var same = self
        same.finding.span = TextSpan(text: "", start: 0, end: 0)
        same.finding.message = ""
        return same
    }

    /// `file:line: severity: message [check]`, the form that editors jump to.
    package var description: String {
        let place = [file] + (line.map { [String($0)] } ?? [])
        let words = finding.span.text.split(whereSeparator: \.isNewline).first.map { " “\($0.prefix(60))”" } ?? ""
        let page = Charter.page(of: finding.check).map { " (\($0))" } ?? ""
        return "\(place.joined(separator: ":")): \(finding.severity.rawValue): \(finding.check):\(words) "
            + "\(finding.message)\(page)"
    }
}

extension LintFinding: Encodable {
    private enum Key: CodingKey {
        case check, severity, start, end, message, file, line, page
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(finding.check, forKey: .check)
        try container.encode(finding.severity, forKey: .severity)
        try container.encode(finding.span.start, forKey: .start)
        try container.encode(finding.span.end, forKey: .end)
        try container.encode(finding.message, forKey: .message)
        try container.encode(file, forKey: .file)
        try container.encodeIfPresent(line, forKey: .line)
        try container.encodeIfPresent(Charter.page(of: finding.check), forKey: .page)
    }
}
