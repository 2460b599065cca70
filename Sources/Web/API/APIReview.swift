import Foundation
import Model
import Pipeline

/// What there is to know about a draft before deciding, in the API.
struct APIReview: Codable, Hashable, Sendable {
    struct Promised: Codable, Hashable, Sendable {
        var what: String
        var owner: String
        var due: Date?
        /// In words, in the inbox's zone; says what is missing where there is no due time.
        var dueText: String
    }

    struct LimitNamed: Codable, Hashable, Sendable {
        var id: String
        var what: [String: String]?
        var until: String?
        var owner: String?
        var isInForce: Bool
    }

    struct Offer: Codable, Hashable, Sendable {
        var id: String
        var title: [String: String]
        /// `4.90 EUR`.
        var value: String
        /// Why this user cannot give it now; left out where they can.
        var obstacle: String?
    }

    struct Question: Codable, Hashable, Sendable {
        var by: String
        var text: String
    }

    var score: Int
    var findings: [APIFinding]
    /// What the findings' places are in: the draft as the customer will read it.
    var checkedText: String
    var promised: [Promised]
    /// Days that are realistic to promise, by matter.
    var suggestedDays: [String: String]
    var limits: [LimitNamed]
    var offers: [Offer]
    /// What keeps this user from releasing it as it stands.
    var obstacles: [APIError.Reason]
    /// Who released it first, where two people have to.
    var firstRelease: String?
    var question: Question?

    init(_ review: DraftReview) {
        score = review.report.score
        findings = review.report.findings.map(APIFinding.init)
        checkedText = review.checkedText
        promised = review.promises.map {
            Promised(what: $0.what, owner: $0.owner, due: $0.due, dueText: $0.dueText)
        }
        suggestedDays = review.suggestedDays.mapValues(\.text)
        limits = review.limits.map(LimitNamed.init)
        offers = review.offers.map {
            Offer(id: $0.offer.id, title: $0.offer.title, value: $0.offer.value.text, obstacle: $0.obstacle)
        }
        obstacles = review.obstacles.map(APIError.Reason.init)
        firstRelease = review.firstRelease
        question = review.question.map { Question(by: $0.by, text: $0.text) }
    }
}

extension APIReview.LimitNamed {
    init(_ standing: LimitStanding) {
        id = standing.id
        what = standing.limit?.what
        until = standing.limit.map { ($0.endedOn ?? $0.until).text }
        owner = standing.limit?.owner
        isInForce = standing.isInForce
    }
}

/// A finding of the charter in the API.
struct APIFinding: Codable, Hashable, Sendable {
    var check: String
    /// `block`, `warn` or `hint`.
    var severity: String
    var start: Int
    var end: Int
    /// The words it speaks of; empty for what is missing.
    var text: String
    var message: String

    init(_ finding: Finding) {
        check = finding.check
        severity = finding.severity.rawValue
        start = finding.span.start
        end = finding.span.end
        text = finding.span.text
        message = finding.message
    }
}
