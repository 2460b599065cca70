/// A line of two texts held against each other.
package struct LineChange: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case same
        case removed
        case added
    }

    package var kind: Kind
    package var line: String

    package init(_ kind: Kind, _ line: String) {
        self.kind = kind
        self.line = line
    }

    /// All lines of both, in order; of a place that changed, what was removed comes first.
    package static func between(_ before: [String], _ after: [String]) -> [LineChange] {
        if before == after { return before.map { LineChange(.same, $0) } }
        let difference = after.difference(from: before)
        let removed = Set(difference.removals.map(\.offset))
        let added = Set(difference.insertions.map(\.offset))
        var changes: [LineChange] = []
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if removed.contains(old) {
                changes.append(LineChange(.removed, before[old]))
                old += 1
            } else if added.contains(new) {
                changes.append(LineChange(.added, after[new]))
                new += 1
            } else {
                changes.append(LineChange(.same, before[old]))
                (old, new) = (old + 1, new + 1)
            }
        }
        return changes
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
