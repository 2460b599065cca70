import Foundation
import Model
import Pipeline

/// What the API says of a draft that is looked at before deciding.
enum APIReview {
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

extension APIDraft {
    /// Adds everything there is to know before deciding.
    mutating func add(_ review: DraftReview) {
        score = review.report.score
        findings = review.report.findings.map(APIFinding.init)
        checkedText = review.checkedText
        promised = review.promises.map {
            APIReview.Promised(what: $0.what, owner: $0.owner, due: $0.due, dueText: $0.dueText)
        }
        suggestedDays = review.suggestedDays.mapValues(\.text)
        limits = review.limits.map(APIReview.LimitNamed.init)
        offers = review.offers.map {
            APIReview.Offer(id: $0.offer.id, title: $0.offer.title, value: $0.offer.value.text, obstacle: $0.obstacle)
        }
        obstacles = review.obstacles.map(APIError.Reason.init)
        firstRelease = review.firstRelease
        chat = review.chat.map(APIChatOutlook.init)
        question = review.question.map { APIReview.Question(by: $0.by, text: $0.text) }
    }
}
