/// Something wrong in a file that operators edit: where, what, and what would mend it.
package struct Problem: Hashable, Sendable, Encodable, CustomStringConvertible {
    package enum Severity: String, Hashable, Sendable, Encodable {
        /// What the file says cannot be used.
        case error
        /// It can be used, and is probably not what was meant.
        case warning
    }

    package var severity: Severity
    /// Relative to the root, such as `config/wavelength.yaml`.
    package var file: String
    /// From 1; 0 where the fault is no line's, such as a missing file.
    package var line: Int
    /// From 1; nil where only the line is known.
    package var column: Int?
    package var message: String

    package init(_ severity: Severity, file: String, line: Int, column: Int? = nil, message: String) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// `file:line:column: error: message`, the form that editors jump to.
    package var description: String {
        let place = [file] + (line > 0 ? [String(line)] : []) + (column.map { [String($0)] } ?? [])
        return "\(place.joined(separator: ":")): \(severity.rawValue): \(message)"
    }
}
