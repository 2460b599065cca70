import Foundation
import Hummingbird
import Model
import Storage

/// What becomes of a reply between its release and its way out, for whoever released it.
extension DeskRoutes {
    func addLeaving(to group: RouterGroup<DeskContext>) {
        group.get("/outgoing/:id/state") { _, context in
            let id = try context.id(of: OutgoingMail.self)
            guard let mail = try await resources.store.outgoingMail(id) else { throw HTTPError(.notFound) }
            return resources.answer(LeavingView(mail, to: try await recipient(of: mail)))
        }
    }

    /// Replies of theirs that can still be taken back.
    func leaving(_ user: User, now: Date) async throws -> [Frame.Undo] {
        let waiting = try await resources.store.outgoing(in: .waiting, limit: 50)
        var undo: [Frame.Undo] = []
        for mail in Frame.leaving(waiting, by: user, now: now) {
            undo.append(Frame.Undo(mail, to: try await recipient(of: mail), now: now))
        }
        return undo
    }

    /// Those whose messages still wait.
    ///
    /// - Parameter conversation: left out.
    func stopped(_ user: User, now: Date, besides conversation: Conversation.ID?) async throws -> [Frame.Stopped] {
        let cancelled = try await resources.store.outgoing(in: .cancelled, limit: 50)
        var stopped: [Frame.Stopped] = []
        for mail in Frame.stopped(cancelled, by: user, now: now) {
            let isWaiting = try await resources.store.message(mail.answers)?.state == .open
            guard isWaiting, mail.conversation != conversation,
                !stopped.contains(where: { $0.conversation == mail.conversation })
            else { continue }
            stopped.append(Frame.Stopped(conversation: mail.conversation, to: try await recipient(of: mail)))
        }
        return stopped
    }

    private func recipient(of mail: OutgoingMail) async throws -> String {
        var draft: Draft?
        if let id = mail.draft { draft = try await resources.store.draft(id) }
        let named = draft?.body.recipients.all ?? []
        return mail.mail.forwardPaths.map { Person.recipient($0, named: named) }.joined(separator: ", ")
    }
}
