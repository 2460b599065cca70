import Model

/// Something that the charter has to say of a draft, in the API.
struct APIFinding: Codable, Hashable, Sendable {
    var check: String
    /// `block`, `warn` or `hint`.
    var severity: String
    /// In Unicode scalars of the text that was checked.
    var start: Int
    var end: Int
    /// The words it speaks of; empty for what is missing.
    var text: String
    var message: String

    init(_ finding: Finding) {
        check = finding.check
        severity = finding.severity.rawValue
        start = finding.span.start
        end = finding.span.end
        text = finding.span.text
        message = finding.message
    }
}
