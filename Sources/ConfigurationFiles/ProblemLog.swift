import Yams

/// Collects the problems of one file while it is read. It never leaves the function that reads the file.
final class ProblemLog {
    let file: String
    private(set) var problems: [Problem] = []

    init(file: String) {
        self.file = file
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

    func error(line: Int, column: Int? = nil, _ message: String) {
        problems.append(Problem(.error, file: file, line: line, column: column, message: message))
    }

    func warning(line: Int, _ message: String) {
        problems.append(Problem(.warning, file: file, line: line, message: message))
    }

    private func add(_ severity: Problem.Severity, _ mark: Mark?, _ message: String) {
        problems.append(
            Problem(severity, file: file, line: mark?.line ?? 1, column: mark?.column, message: message)
        )
    }
}
