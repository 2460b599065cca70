import Foundation
import GRDB
import Model
import Storage

extension Database {
    func markDone(_ id: Promise.ID, by: String, at: Date) throws -> Decision<Promise> {
        let promise = try promise(id)
        guard promise.isOwed else {
            return try refuse(promise, "This promise is \(promise.standing) already.", by: by, at: at)
        }
        let state = promise.state == .broken ? .broken : promise.state(doneAt: at)
        try settle(promise, Settlement(state: state, doneAt: at), by: by, at: at)
        try retireLateDraft(of: promise, at: at)
        return try .done(self.promise(id))
    }

    func withdraw(_ id: Promise.ID, reason: String, by: String, at: Date) throws -> Decision<Promise> {
        let promise = try promise(id)
        guard promise.state == .open else {
            return try refuse(promise, "This promise is \(promise.standing) already.", by: by, at: at)
        }
        try settle(promise, Settlement(state: .withdrawn), why: reason, by: by, at: at)
        try retireLateDraft(of: promise, at: at)
        return try .done(self.promise(id))
    }

    func breakOverdue(at: Date) throws -> [Promise] {
        try openPromises(dueBefore: at, limit: .max).map { promise in
            try settle(promise, Settlement(state: .broken), by: Actor.program, at: at)
            return try self.promise(promise.id)
        }
    }

    private func refuse(_ promise: Promise, _ sentence: String, by: String, at: Date) throws -> Decision<Promise> {
        try record(
            .refused,
            conversation: promise.conversation,
            detail: "promise \(promise.id): \(sentence)",
            by: by,
            at: at
        )
        return .refused([.notSendable(sentence)])
    }

    /// Why a conversation need not hear of a delay; nil where it does.
    func whyNotLate(_ id: Promise.ID, in conversation: Conversation.ID) throws -> String? {
        let promise = try promise(id, in: conversation)
        return promise.isOwed ? nil : "Promise \(id) is \(promise.standing): there is no delay to tell of."
    }

    /// Why there is no good news about a promise; nil where there is.
    func whyNotEarly(_ id: Promise.ID, in conversation: Conversation.ID) throws -> String? {
        let promise = try promise(id, in: conversation)
        switch promise.state {
        case .open, .kept, .beaten: return nil
        case .broken, .moved, .withdrawn: return "Promise \(id) is \(promise.standing): nothing was early."
        }
    }

    private func promise(_ id: Promise.ID, in conversation: Conversation.ID) throws -> Promise {
        let promise = try promise(id)
        guard promise.conversation == conversation else {
            throw StoreError.notFound("promise \(id) in conversation \(conversation)")
        }
        return promise
    }
}

extension Promise {
    /// Whether the promised thing is still to be done, be it late.
    var isOwed: Bool {
        switch state {
        case .open: true
        case .broken: doneAt == nil
        case .kept, .beaten, .moved, .withdrawn: false
        }
    }

    /// For sentences: `kept`, `done, too late`.
    fileprivate var standing: String {
        state == .broken && doneAt != nil ? "done, too late," : state.rawValue
    }
}
