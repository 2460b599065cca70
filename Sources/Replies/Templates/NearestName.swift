/// The known name that somebody probably meant.
package enum NearestName {
    /// The closest of `names` with two letters or a third of them changed; nil where none is that close.
    package static func suggestion(for name: String, among names: some Sequence<String>) -> String? {
        let ranked = names.map { (name: $0, distance: distance(name.lowercased(), $0.lowercased())) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        let length = max(best.name.count, name.count)
        return best.distance <= (length < 4 ? 1 : max(2, length / 3)) ? best.name : nil
    }

    /// "; did you mean `x`?" or a list of what there is.
    package static func hint(for name: String, among names: [String]) -> String {
        if let near = suggestion(for: name, among: names) { return "did you mean “\(near)”?" }
        return "known here: \(names.joined(separator: ", "))"
    }

    /// The number of single letters to add, drop or change (Levenshtein).
    private static func distance(_ a: String, _ b: String) -> Int {
        let b = Array(b)
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in b.enumerated() {
                let cost = left == right ? diagonal : 1 + min(diagonal, row[j], row[j + 1])
                diagonal = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[b.count]
    }
}
