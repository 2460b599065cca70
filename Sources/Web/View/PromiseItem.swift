import Model

/// A promise in a list, with what can be done about it.
struct PromiseItem: Sendable {
    var id: Promise.ID
    var conversation: Conversation.ID
    var what: String
    /// Who sees to it, what it belongs to, and for which inbox.
    var detail: String
    var due: Moment
    /// `due`, `was due`, `kept`, …
    var state: String
    var isLate: Bool
    /// Whether it can still be done.
    var isOwed: Bool
    /// Whether it can still be withdrawn.
    var isOpen: Bool
    /// Where its buttons lead back to: the conversation's number, or nothing for the list.
    var back: String

    init(_ promise: Promise, inConversation: Bool, clock: Clock) {
        id = promise.id
        conversation = promise.conversation
        what = promise.what
        let place = inConversation ? nil : promise.inbox.rawValue
        detail = [promise.owner, promise.matter, place].compactMap(\.self).filter { !$0.isEmpty }.joined(
            separator: ", "
        )
        due = clock.moment(promise.dueAt)
        isOpen = promise.state == .open
        isLate = isOpen && promise.dueAt <= clock.now || promise.state == .broken && promise.doneAt == nil
        isOwed = isOpen || isLate
        state = Self.state(promise, isLate: isLate)
        back = inConversation ? promise.conversation.description : ""
    }

    private static func state(_ promise: Promise, isLate: Bool) -> String {
        switch promise.state {
        case _ where isLate: "was due"
        case .open: "due"
        case .kept: "kept, was due"
        case .beaten: "done early, was due"
        case .broken: "done too late, was due"
        case .moved: "moved, was due"
        case .withdrawn: "withdrawn, was due"
        }
    }
}
