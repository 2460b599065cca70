/// What was found against what was to be found.
struct HeldOutScore {
    private(set) var found = 0
    private(set) var missed = 0
    private(set) var wrong = 0

    mutating func hit() { found += 1 }
    mutating func miss() { missed += 1 }
    mutating func mistake() { wrong += 1 }

    static func + (a: Self, b: Self) -> Self {
        Self(found: a.found + b.found, missed: a.missed + b.missed, wrong: a.wrong + b.wrong)
    }

    var precision: Double { found + wrong == 0 ? 1 : Double(found) / Double(found + wrong) }
    var recall: Double { found + missed == 0 ? 1 : Double(found) / Double(found + missed) }

    var text: String {
        "precision \(Self.percent(precision)) recall \(Self.percent(recall))  (\(found) found, \(missed) missed, \(wrong) wrong)"
    }

    static func percent(_ share: Double) -> String {
        let percent = Int((share * 100).rounded())
        return "\(percent < 100 ? " " : "")\(percent) %"
    }
}

/// Scores by name, printed as a table.
struct HeldOutTable {
    private var scores: [String: HeldOutScore] = [:]

    subscript(name: String) -> HeldOutScore {
        get { scores[name] ?? HeldOutScore() }
        set { scores[name] = newValue }
    }

    /// Counts what was found against what was to be found, each found thing for one wanted thing at most.
    mutating func count<Found, Wanted>(
        _ name: (Found) -> String,
        _ found: [Found],
        wanted: [Wanted],
        named: (Wanted) -> String,
        isOptional: (Wanted) -> Bool,
        matches: (Found, Wanted) -> Bool
    ) {
        var open = wanted
        for one in found {
            if let place = open.firstIndex(where: { !isOptional($0) && matches(one, $0) }) {
                self[named(open.remove(at: place))].hit()
            } else if !wanted.contains(where: { matches(one, $0) }) {
                self[name(one)].mistake()
            }
        }
        for one in open where !isOptional(one) { self[named(one)].miss() }
    }

    /// All whose name begins with that word, together.
    func sum(of word: String) -> HeldOutScore {
        scores.filter { $0.key.hasPrefix("\(word) ") }.values.reduce(HeldOutScore(), +)
    }

    var text: String {
        scores.sorted { $0.key < $1.key }
            .map { "\($0.key.padded(to: 34)) \($0.value.text)" }
            .joined(separator: "\n")
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }
}
