import Hummingbird
import Model
import Pipeline
import Storage

extension DeskRoutes {
    func addReplies(to group: RouterGroup<DeskContext>) {
        post("/messages/:id/reply", on: group, start)
        post("/conversations/:id/close", on: group, close)
    }

    /// Begins a reply where nothing was drafted.
    @Sendable private func start(_ submission: Submission) async throws -> Response {
        let id = try submission.context.id(of: Message.self)
        guard let message = try await resources.store.message(id), let conversation = message.conversation else {
            throw HTTPError(.notFound)
        }
        let body = DraftBody(
            subject: submission.form.line("subject"),
            text: submission.form["text"],
            recipients: DraftForm.recipients(submission.form),
            language: message.reading?.language ?? "en"
        )
        let objections = DraftForm.objections(to: body).map(\.sentence)
        guard objections.isEmpty else {
            let refused = Refused(heading: "Not kept.", sentences: objections, typed: body, status: .conflict)
            return try await matter(conversation, session: submission.session, at: 0, refused: refused)
        }
        _ = try await resources.desk.startDraft(for: id, body: body, by: submission.user)
        return .redirect(to: "/conversations/\(conversation)?done=\(Notice.started.rawValue)")
    }

    /// Says that no reply is needed.
    @Sendable private func close(_ submission: Submission) async throws -> Response {
        let id = try submission.context.id(of: Conversation.self)
        let reason = submission.form.line("reason")
        try await resources.desk.close(id, reason: reason.isEmpty ? "no reply needed" : reason, by: submission.user)
        return try await goOn(from: 0, notice: .closed)
    }
}
