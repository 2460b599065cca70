import Model
import Replies
import Scoring
import Yams

/// Reads `config/charter/`: the words of the charter from any number of files, and how grave each check is from one.
struct CharterReader {
    struct Result {
        /// nil where an error was found.
        var lexicons: CharterLexicons?
        var problems: [Problem] = []
    }

    /// - Parameter files: every file of the configuration; those of the charter are picked out.
    static func read(_ files: [ConfigurationFile]) -> Result {
        let own = files.filter { $0.path.hasPrefix(LoadedConfiguration.charterFolder) }.sorted { $0.path < $1.path }
        guard !own.isEmpty else { return Result(lexicons: .empty) }
        let words = LexiconReader.labels.read(own.filter { $0.path != LoadedConfiguration.charterChecksPath })
        var problems = words.problems + unknownLabels(words)
        var scale = CharterScale()
        for file in own where file.path == LoadedConfiguration.charterChecksPath {
            let log = ProblemLog(file: file.path)
            CharterScaleReader(log: log).scale(from: file.text).map { scale = $0 }
            problems += log.problems
        }
        let isBroken = problems.contains { $0.severity == .error }
        return Result(
            lexicons: isBroken ? nil : words.lexicon.map { CharterLexicons(cues: $0, scale: scale) },
            problems: problems
        )
    }

    /// Words under a label that no check knows would be lost without a word.
    private static func unknownLabels(_ words: LexiconReader.Result) -> [Problem] {
        var topics = 0
        return words.places.sorted { ($0.value.file, $0.value.line) < ($1.value.file, $1.value.line) }.compactMap {
            id,
            place in
            let problem = { Problem(.error, file: place.file, line: place.line, message: $0) }
            if id.hasPrefix(CharterLexicons.topicPrefix) {
                topics += 1
                let most = CharterLexicons.mostTopics
                return topics > most ? problem("there can be \(most) topics: join some of them") : nil
            }
            guard !CharterLexicons.labels.contains(id) else { return nil }
            let hint = NearestName.hint(for: id, among: CharterLexicons.labels)
            return problem("no check knows the label “\(id)”; \(hint)")
        }
    }
}

/// Reads `config/charter/checks.yaml`.
struct CharterScaleReader {
    let log: ProblemLog

    func scale(from text: String) -> CharterScale? {
        guard let root = YAMLText.root(of: text, log: log),
            let section = Section(root, name: "the file", keys: ["severity", "cost"], log: log)
        else { return nil }
        var scale = CharterScale()
        for (key, node) in entries(section["severity"], "severity") {
            guard let check = check(key), let severity = severity(node) else { continue }
            scale.severities[check] = .some(severity)
        }
        for (key, node) in entries(section["cost"], "cost") {
            guard let check = check(key), let cost = cost(node) else { continue }
            scale.costs[check] = cost
        }
        return log.hasErrors ? nil : scale
    }

    private func entries(_ node: Node?, _ name: String) -> [(key: Node, value: Node)] {
        node.flatMap { Section.entries(of: $0, name: name, log: log) } ?? []
    }

    private func check(_ key: Node) -> String? {
        let name = key.text ?? ""
        guard !Charter.checks.contains(name) else { return name }
        log.error(at: key, "there is no check “\(name)”; \(NearestName.hint(for: name, among: Charter.checks))")
        return nil
    }

    /// The outer nil is a fault, the inner one is `off`.
    private func severity(_ node: Node) -> Finding.Severity?? {
        if node.text == "off" { return .some(nil) }
        if let severity = node.text.flatMap(Finding.Severity.init) { return .some(severity) }
        log.error(at: node, "a severity is block, warn, hint or off; found “\(node.text ?? "a list or mapping")”")
        return nil
    }

    private func cost(_ node: Node) -> Int? {
        if let cost = node.text.flatMap({ Int($0) }), (0...100).contains(cost) { return cost }
        log.error(at: node, "a cost is a whole number from 0 to 100; found “\(node.text ?? "a list or mapping")”")
        return nil
    }
}
