/// Why a draft was made.
package enum Occasion: Hashable, Sendable, Codable {
    /// The customer wrote.
    case message
    /// A promise is about to break: the customer hears of it from us first.
    case promiseLate(Promise.ID)
    /// What was promised is done before its time.
    case promiseEarly(Promise.ID)
    /// A limit that the customer was told of is over.
    case limitEnded(String)
    /// Did the recovery work?
    case checkBack(FollowUp.ID)

    /// The template that drafts for it; nil where the message's intent decides.
    package var template: String? {
        switch self {
        case .message: nil
        case .promiseLate: "promise.late"
        case .promiseEarly: "promise.early"
        case .limitEnded: "limit.ended"
        case .checkBack: "check_back"
        }
    }
}

/// What makes a reply a recovery.
package enum RecoveryCause: String, Hashable, Sendable, Codable, CaseIterable {
    case complaint
    case distress
    /// A second contact about one matter.
    case secondContact = "second_contact"
    case brokenPromise = "broken_promise"
}

extension Occasion {
    /// The names of the templates that draft although nobody wrote.
    package static let templates = ["promise.late", "promise.early", "limit.ended", "check_back"]
}
