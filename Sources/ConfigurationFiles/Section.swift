import Replies
import Yams

/// A YAML mapping with a known set of keys. Whatever is read from it wrongly goes into the log with its place.
struct Section {
    private let entries: [String: Node]
    /// Where the mapping begins, for what is missing in it.
    let place: Node
    /// How it is named in messages, such as `imap`.
    let name: String
    let log: ProblemLog

    /// nil where the node is no mapping. Unknown keys are problems at once.
    init?(_ node: Node, name: String, keys: [String], place: Node? = nil, log: ProblemLog) {
        guard let entries = Section.entries(of: node, name: name, log: log) else { return nil }
        for (key, _) in entries where !keys.contains(key.string ?? "") {
            let written = key.string ?? "?"
            let hint = NearestName.hint(for: written, among: keys)
            log.error(at: key, "unknown key “\(written)” in \(name); \(hint)")
        }
        self.entries = Dictionary(
            entries.map { ($0.key.string ?? "", $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        self.place = place ?? node
        self.name = name
        self.log = log
    }

    /// The pairs of a mapping whose keys are free, in order; nil, with a problem, for anything else.
    static func entries(of node: Node, name: String, log: ProblemLog) -> [(key: Node, value: Node)]? {
        guard case .mapping(let mapping) = node else {
            log.error(at: node, "\(name) should be a mapping of keys to values")
            return nil
        }
        return mapping.map { (key: $0.key, value: $0.value) }
    }

    /// nil where the key is absent or empty.
    subscript(key: String) -> Node? {
        guard let node = entries[key], !node.isEmptyScalar else { return nil }
        return node
    }

    /// The node of a key that must be there.
    func required(_ key: String, _ advice: String) -> Node? {
        guard let node = self[key] else {
            log.error(at: place, "\(name) needs “\(key)”: \(advice)")
            return nil
        }
        return node
    }
}

extension Node {
    /// `key:` with nothing behind it, or `~`.
    var isEmptyScalar: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }

    /// The text of a scalar as written; nil for lists and mappings, unlike `string`, which knows only some.
    var text: String? {
        guard case .scalar(let scalar) = self else { return nil }
        return scalar.string
    }
}
