import Model

/// Why a request of the API was not served, for programs.
struct APIError: Codable, Hashable, Sendable {
    struct Envelope: Codable, Hashable, Sendable {
        var error: APIError
    }

    /// One thing that stood in the way of a decision.
    struct Reason: Codable, Hashable, Sendable {
        var reason: String
        var sentence: String
        var state: String?
        var version: Int?
        var by: String?
        var recipients: APIRecipients?
        var threadHead: String?
        var slots: [String]?
        var findings: [APIFinding]?
        var limits: [String]?
    }

    /// `unauthorized`, `not-found`, `refused`, …
    var code: String
    var message: String
    /// Set where the code is `refused`.
    var refusals: [Reason]?
}

extension APIError.Reason {
    init(_ refusal: Refusal) {
        self.init(reason: Self.name(refusal), sentence: refusal.sentence)
        switch refusal {
        case .unknownUser(let name): by = name
        case .noSuchDraft, .notSendable, .promiseUndecided, .overBudget: break
        case .alreadyDecided(let state, let by):
            self.state = state.rawValue
            self.by = by
        case .draftChanged(let version, let by):
            self.version = version
            self.by = by
        case .recipientsChanged(let now): recipients = APIRecipients(now)
        case .threadMoved(let head): threadHead = head.description
        case .openSlots(let labels): slots = labels
        case .blocked(let found): findings = found.map(APIFinding.init)
        case .limitsOver(let ids): limits = ids
        case .wantsSecondPair(let first): by = first
        }
    }

    private static func name(_ refusal: Refusal) -> String {
        switch refusal {
        case .noSuchDraft: "no-such-draft"
        case .unknownUser: "unknown-user"
        case .alreadyDecided: "already-decided"
        case .draftChanged: "draft-changed"
        case .recipientsChanged: "recipients-changed"
        case .threadMoved: "thread-moved"
        case .openSlots: "open-slots"
        case .notSendable: "not-sendable"
        case .promiseUndecided: "promise-undecided"
        case .blocked: "blocked"
        case .limitsOver: "limits-over"
        case .overBudget: "over-budget"
        case .wantsSecondPair: "wants-second-pair"
        }
    }
}
