import Hummingbird
import Model
import Pipeline
import Storage

extension DeskRoutes {
    func addReplies(to group: RouterGroup<DeskContext>) {
        post("/messages/:id/reply", on: group, start)
        post("/conversations/:id/close", on: group, close)
        post("/messages/:id/intent", on: group, correct)
    }

    /// Begins a reply where nothing was drafted.
    @Sendable private func start(_ submission: Submission) async throws -> Response {
        let id = try submission.context.id(of: Message.self)
        guard let message = try await resources.store.message(id), let conversation = message.conversation else {
            throw HTTPError(.notFound)
        }
        let body = DraftBody(
            subject: message.form == .chat ? message.content?.subject ?? "" : submission.form.line("subject"),
            text: submission.form["text"],
            recipients: message.chatRecipients ?? DraftForm.recipients(submission.form),
            language: message.reading?.language ?? "en"
        )
        let objections = DraftForm.objections(to: body, of: message.chatRecipients == nil ? nil : body).map(\.sentence)
        guard objections.isEmpty else {
            let refused = Refused(heading: "Not kept.", sentences: objections, typed: body, status: .conflict)
            return try await matter(conversation, session: submission.session, at: 0, refused: refused)
        }
        _ = try await resources.desk.startDraft(for: id, body: body, by: submission.user)
        return .redirect(to: "/conversations/\(conversation)?done=\(Notice.started.rawValue)")
    }

    /// Says what a message is about, and shows what was drafted for it.
    @Sendable private func correct(_ submission: Submission) async throws -> Response {
        let id = try submission.context.id(of: Message.self)
        guard let conversation = try await resources.store.message(id)?.conversation else { throw HTTPError(.notFound) }
        let chosen = [submission.form.line("intent"), submission.form.line("second")].filter { !$0.isEmpty }
        let known = Set(resources.desk.intents.map(\.id))
        guard let first = chosen.first, known.isSuperset(of: chosen) else { throw HTTPError(.badRequest) }
        let intents = chosen.count > 1 && chosen[1] != first ? chosen : [first]
        let outcome = try await resources.desk.correct(id, intents: intents, by: submission.user)
        let notice: Notice =
            switch outcome.draft {
            case .written: .corrected
            case .kept: .correctedOnly
            case .none: .learned
            }
        let at = Int(submission.form.line("at")) ?? 0
        return .redirect(to: "/conversations/\(conversation)?at=\(max(0, at))&done=\(notice.rawValue)")
    }

    /// Says that no reply is needed.
    @Sendable private func close(_ submission: Submission) async throws -> Response {
        let id = try submission.context.id(of: Conversation.self)
        let reason = submission.form.line("reason")
        try await resources.desk.close(id, reason: reason.isEmpty ? "no reply needed" : reason, by: submission.user)
        return try await goOn(from: 0, notice: .closed)
    }
}

extension Message {
    /// Whoever wrote it, where it came in a chat; nil for mail, whose answer may go to others.
    var chatRecipients: Recipients? {
        form == .chat ? content?.from.map { Recipients(to: [$0]) } : nil
    }
}
