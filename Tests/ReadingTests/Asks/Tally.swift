/// How many finds were right, wrong and missing.
struct Tally: CustomStringConvertible {
    var right = 0
    var wrong = 0
    var missing = 0

    var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }

    var recall: Double { right + missing == 0 ? 1 : Double(right) / Double(right + missing) }

    var description: String {
        let percent = { (value: Double) in "\((value * 1_000).rounded() / 10) %" }
        return "precision \(percent(precision)), recall \(percent(recall)) of \(right + missing)"
    }

    static func + (a: Self, b: Self) -> Self {
        Self(right: a.right + b.right, wrong: a.wrong + b.wrong, missing: a.missing + b.missing)
    }
}
