import HTTPTypes
import Hummingbird
import Model
import Pipeline
import Storage

extension DeskRoutes {
    func addCustomers(to group: RouterGroup<DeskContext>) {
        post("/conversations/:id/merge", on: group, merge)
        post("/conversations/:id/separate", on: group, separate)
    }

    /// Says that the customer is also somebody else.
    @Sendable private func merge(_ submission: Submission) async throws -> Response {
        let id = try submission.context.id(of: Conversation.self)
        let text = submission.form.line("other")
        let other = CustomerReference(text)
        guard let other else { return try await refused("Not merged.", "Say who it is.", id, submission) }
        do {
            try await resources.desk.merge(id, with: other, by: submission.user)
        } catch StoreError.notFound(let what) {
            let sentence = "There is no \(what): only somebody who has written can be merged."
            return try await refused("Not merged.", sentence, id, submission)
        } catch StoreError.illegal(let why) {
            return try await refused("Not merged.", why, id, submission)
        }
        return Self.back(to: id, submission, .merged)
    }

    @Sendable private func separate(_ submission: Submission) async throws -> Response {
        let id = try submission.context.id(of: Conversation.self)
        do {
            try await resources.desk.separate(submission.form.line("address"), in: id, by: submission.user)
        } catch StoreError.notFound(let what) {
            return try await refused("Not separated.", "There is no \(what).", id, submission)
        }
        return Self.back(to: id, submission, .separated)
    }

    private static func back(to id: Conversation.ID, _ submission: Submission, _ notice: Notice) -> Response {
        let at = max(0, Int(submission.form.line("at")) ?? 0)
        return .redirect(to: "/conversations/\(id)?at=\(at)&done=\(notice.rawValue)")
    }

    private func refused(
        _ heading: String,
        _ sentence: String,
        _ id: Conversation.ID,
        _ submission: Submission
    ) async throws -> Response {
        let refused = Refused(heading: heading, sentences: [sentence], status: .conflict)
        let at = max(0, Int(submission.form.line("at")) ?? 0)
        return try await matter(id, session: submission.session, at: at, refused: refused)
    }
}

extension CustomerReference {
    /// As a person types it: the number of a conversation, or an address; nil where nothing was typed.
    init?(_ text: String) {
        if text.isEmpty { return nil }
        let digits = text.hasPrefix("#") ? String(text.dropFirst()) : text
        self = Identifier<Conversation>(digits).map { .conversation($0) } ?? .address(text)
    }
}
