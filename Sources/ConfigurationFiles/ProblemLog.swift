import Replies
import Yams

/// Collects the problems of one file while it is read. It never leaves the function that reads the file.
final class ProblemLog {
    let file: String
    private(set) var problems: [Problem] = []
    private let text: String

    init(_ file: ConfigurationFile) {
        self.file = file.path
        text = file.text
    }

    /// - Parameter texts: of all files, by path.
    convenience init(_ path: String, in texts: [String: String]) {
        self.init(ConfigurationFile(path: path, text: texts[path] ?? ""))
    }

    var hasErrors: Bool {
        problems.contains { $0.severity == .error }
    }

    func error(at node: Node?, _ message: String) {
        add(.error, node?.mark, message)
    }

    func warning(at node: Node?, _ message: String) {
        add(.warning, node?.mark, message)
    }

    func error(at mark: Mark, _ message: String) {
        add(.error, mark, message)
    }

    func warning(line: Int, _ message: String) {
        problems.append(Problem(.warning, file: file, line: line, message: message))
    }

    func error(line: Int, _ message: String) {
        problems.append(Problem(.error, file: file, line: line, message: message))
    }

    /// libyaml puts the end of a file on a line of its own, even where the last line has no end.
    private func add(_ severity: Problem.Severity, _ mark: Mark?, _ message: String) {
        let last = 1 + text.count { $0.endsLine }
        let line = mark?.line ?? 1
        let column = line > last ? nil : mark?.column
        problems.append(Problem(severity, file: file, line: min(line, last), column: column, message: message))
    }
}
