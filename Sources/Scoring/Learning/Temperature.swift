import Foundation

/// The temperature at which softmax shares fit held-out labels best (Guo, Pleiss, Sun and Weinberger, "On calibration
/// of modern neural networks", 2017).
enum Temperature {
    /// More rows change it by less than anybody sees.
    private static let mostRows = 2000

    /// By golden section on a logarithmic scale.
    static func best(for scores: HeldOutScores) -> Double {
        let step = max(1, scores.rows.count / mostRows)
        let rows = Array(stride(from: 0, to: scores.rows.count, by: step))
        let loss = { (power: Double) in
            rows.reduce(0) { $0 + Self.surprise(at: $1, in: scores, temperature: exp(power)) }
        }
        var (low, high) = (log(0.1), log(10.0))
        for _ in 0..<16 {
            let third = (high - low) * 0.381966
            if loss(low + third) < loss(high - third) { high -= third } else { low += third }
        }
        return exp((low + high) / 2)
    }

    /// How little the right label was expected: the negative logarithm of its share.
    private static func surprise(at place: Int, in scores: HeldOutScores, temperature: Double) -> Double {
        let row = scores.rows[place]
        let all = scores.scores(of: place)
        let total = all.reduce(0) { $0 + exp(($1 - row.top) / temperature) }
        return log(total) - (all[all.startIndex + row.truth] - row.top) / temperature
    }
}
