import Foundation

/// What was found rightly, found wrongly and missed, by name.
struct SituationTally {
    private(set) var counts: [String: Counts] = [:]

    struct Counts {
        var right = 0
        var wrong = 0
        var missed = 0

        var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
        var recall: Double { right + missed == 0 ? 1 : Double(right) / Double(right + missed) }

        var text: String {
            String(format: "precision %.3f  recall %.3f  (%d of %d)", precision, recall, right, right + missed)
        }
    }

    mutating func count(_ name: String, expected: Bool, found: Bool, in text: String) {
        switch (expected, found) {
        case (true, true): counts[name, default: Counts()].right += 1
        case (true, false):
            counts[name, default: Counts()].missed += 1
            print("missed \(name): \(text)")
        case (false, true):
            counts[name, default: Counts()].wrong += 1
            print("wrong \(name): \(text)")
        case (false, false): break
        }
    }

    /// All names that begin so, taken together.
    func total(_ prefix: String) -> Counts {
        counts.filter { $0.key.hasPrefix(prefix) }.values.reduce(into: Counts()) {
            $0.right += $1.right
            $0.wrong += $1.wrong
            $0.missed += $1.missed
        }
    }

    var report: String {
        counts.sorted { $0.key < $1.key }.map { name, counts in
            "\(name.padding(toLength: 30, withPad: " ", startingAt: 0)) \(counts.text)"
        }.joined(separator: "\n")
    }
}
