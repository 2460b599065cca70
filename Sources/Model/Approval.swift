package import Foundation

/// A person's release of one draft version, with what that person had before their eyes.
package struct Approval: Hashable, Sendable {
    package var draft: Draft.ID
    package var version: Int
    package var recipients: Recipients
    package var threadHead: ThreadHead
    /// The user's name.
    package var by: String
    package var at: Date

    package init(draft: Draft.ID, version: Int, recipients: Recipients, threadHead: ThreadHead, by: String, at: Date) {
        self.draft = draft
        self.version = version
        self.recipients = recipients
        self.threadHead = threadHead
        self.by = by
        self.at = at
    }

    /// What has moved since the person looked; empty where the approval stands.
    package func objections(to draft: Draft, head: ThreadHead) -> [Refusal] {
        guard draft.state == .pending else {
            return [.alreadyDecided(draft.state, by: draft.decidedBy ?? draft.author)]
        }
        var objections: [Refusal] = []
        if draft.version != version { objections.append(.draftChanged(version: draft.version, by: draft.author)) }
        if draft.body.recipients != recipients { objections.append(.recipientsChanged(draft.body.recipients)) }
        if head != threadHead { objections.append(.threadMoved(head)) }
        return objections
    }
}

/// Why a decision about a draft was refused: what changed under the person's eyes, or what is still missing.
package enum Refusal: Hashable, Sendable {
    case noSuchDraft
    /// Whoever wants to release it is none of the store's users: nobody knows what they may give, or who they are.
    case unknownUser(String)
    case alreadyDecided(Draft.State, by: String)
    case draftChanged(version: Int, by: String)
    case recipientsChanged(Recipients)
    /// The customer wrote again, or another reply went out.
    case threadMoved(ThreadHead)
    /// Slots that are still open, by their labels.
    case openSlots([String])
    /// No usable recipient, empty text, and the like, in one sentence.
    case notSendable(String)
    /// Nobody has said yet what the reply promises, or that it promises nothing.
    case promiseUndecided
    /// What the charter finds that keeps a reply from being released.
    case blocked([Finding])
    /// The limits that it names and that are over, by their ids.
    case limitsOver([String])
    /// It gives more than whoever releases it may; one click asks somebody who may.
    case overBudget(String)
    /// The first release is kept; somebody else has to release the same version.
    case wantsSecondPair(first: String)

    /// One sentence for the person whose decision was refused.
    package var sentence: String {
        switch self {
        case .noSuchDraft: "There is no such draft."
        case .unknownUser(let name):
            "“\(name)” is no user here: only those that “wavelength user list” names can release."
        case .alreadyDecided(let state, let by): "\(by) was faster: this draft is already \(state.rawValue)."
        case .draftChanged(let version, let by): "\(by) changed the draft; it is now version \(version)."
        case .recipientsChanged(let now): "The recipients changed to \(now.all.map(\.address).joined(separator: ", "))."
        case .threadMoved: "The conversation moved on since you looked: there is a newer message."
        case .openSlots(let labels): "Still to be filled: \(labels.joined(separator: ", "))."
        case .notSendable(let why): why
        case .promiseUndecided: "Say what the reply promises and by when, or that it promises nothing."
        case .blocked(let findings): findings.map(\.message).joined(separator: " ")
        case .limitsOver(let ids): "No longer true: \(ids.joined(separator: ", ")). Take it out or draft anew."
        case .overBudget(let why): "\(why) You can ask somebody who may give it."
        case .wantsSecondPair(let first):
            "\(first) has released it. It is our second failure with this customer: somebody else has to release it too."
        }
    }
}

/// What became of a decision.
package enum Decision<Success: Sendable & Hashable>: Hashable, Sendable {
    case done(Success)
    case refused([Refusal])
}
