import Foundation
import Model

/// A promise that went out, in the API.
struct APIPromise: Codable, Hashable, Sendable {
    var id: Int64
    var conversation: Int64
    var inbox: String
    var draft: Int64
    var template: String
    var matter: String
    var what: String
    var owner: String
    /// `open`, `kept`, `beaten`, `broken`, `moved` or `withdrawn`.
    var state: String
    var madeAt: Date
    var dueAt: Date
    var doneAt: Date?

    init(_ promise: Promise) {
        id = promise.id.rawValue
        conversation = promise.conversation.rawValue
        inbox = promise.inbox.rawValue
        draft = promise.draft.rawValue
        template = promise.template
        matter = promise.matter
        what = promise.what
        owner = promise.owner
        state = promise.state.rawValue
        madeAt = promise.madeAt
        dueAt = promise.dueAt
        doneAt = promise.doneAt
    }
}

struct APIPromiseList: Codable, Hashable, Sendable {
    /// Broken and not done, then open, by due time.
    var items: [APIPromise]
    var tallies: [TallyItem]
}

struct APIPromiseDone: Codable, Hashable, Sendable {
    var promise: APIPromise
    /// The draft with the good news, where there is one.
    var news: APIDraft?
}

struct APIWithdrawal: Codable, Hashable, Sendable {
    var reason: String
}
