import Foundation
import Model
import Scoring

/// How often messages were given the intent that a person gives them.
struct IntentTally {
    private var right = 0
    private var abstained = 0
    private var wrong = 0
    private var misses: [String] = []

    var total: Int { right + abstained + wrong }
    var accuracy: Double { share(right) }

    /// A message that says too little is read rightly where no intent is clear: it gets the same question back.
    mutating func count(_ ranking: Ranking, for message: IntentMessage) {
        let found = ranking.abstained ? "unclear" : ranking.intents.first?.intent ?? "unclear"
        if message.intents == [found] {
            right += 1
            return
        }
        if ranking.abstained { abstained += 1 } else { wrong += 1 }
        misses.append("\(message.intents.joined()) read as \(ranking.abstained ? "nothing" : found): \(message.text)")
    }

    var report: String {
        let figures = String(
            format: "%d messages: %.3f right, %.3f left open, %.3f wrong",
            total,
            accuracy,
            share(abstained),
            share(wrong)
        )
        return ([figures] + misses).joined(separator: "\n    ")
    }

    private func share(_ count: Int) -> Double {
        total == 0 ? 0 : Double(count) / Double(total)
    }
}
