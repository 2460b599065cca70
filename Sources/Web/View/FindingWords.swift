import Model
import Pipeline

/// What the charter and the other checks of a draft say, in words for people.
enum FindingWords {
    static func label(_ severity: Finding.Severity) -> String {
        switch severity {
        case .block: "Mend first"
        case .warn: "Look again"
        case .hint: "Hint"
        }
    }

    /// What keeps a draft from being released, a sentence each. What blocks stands among the findings already.
    static func obstacles(_ review: DraftReview) -> [String] {
        review.obstacles.map { obstacle in
            switch obstacle {
            case .blocked(let findings) where findings.count == 1: "One finding blocks it: “\(findings[0].message)”"
            case .blocked(let findings): "\(findings.count) findings block it."
            case .limitsOver(let ids): limitsOver(ids, review.limits)
            default: obstacle.sentence
            }
        }
    }

    private static func limitsOver(_ ids: [String], _ limits: [LimitStanding]) -> String {
        let names = ids.map { id in
            limits.first { $0.id == id }?.limit.map { "“\(LimitLine.what($0, id: id))”" } ?? "“\(id)”"
        }
        return "No longer true: \(names.joined(separator: ", ")). Take it out of the text, and say so."
    }
}
