import Hummingbird
import Model
import Pipeline
import Storage

extension DeskRoutes {
    func addDrafts(to group: RouterGroup<DeskContext>) {
        group.get("/drafts/:id") { request, context in
            let draft = try await draft(context)
            let done = Self.notice(request).map { "?done=\($0.rawValue)" } ?? ""
            return Response.redirect(to: "/conversations/\(draft.conversation)\(done)")
        }
        group.get("/drafts/:id/preview") { _, context in
            let draft = try await draft(context)
            let review = try await resources.desk.review(draft.id, for: context.requireSession().user.name)
            return PreviewAnswer.of(draft.body, review: nil, parts: review?.chat?.parts, resources.preview)
        }
        post("/drafts/:id/preview", on: group) { submission in
            let draft = try await draft(submission.context)
            let body = DraftForm.body(submission.form, of: draft.body)
            let review = try await resources.desk.review(draft.id, as: body, for: submission.user)
            return PreviewAnswer.of(body, review: review, parts: review?.chat?.parts, resources.preview)
        }
        post("/drafts/:id/save", on: group, save)
        post("/drafts/:id/approve", on: group, approve)
        post("/drafts/:id/reject", on: group, reject)
    }

    /// Releases what stands in the form: saved first where it differs from what is stored, then approved in that version.
    @Sendable private func approve(_ submission: Submission) async throws -> Response {
        let draft = try await draft(submission.context)
        let form = try Self.form(submission, draft)
        var version = form.version
        switch try await store(form, draft, submission) {
        case .refused(let reasons): return try await refused("Not sent.", reasons, form, draft, submission)
        case .done(let saved): version = saved ?? version
        }
        let decision = try await resources.desk.approve(
            draft.id,
            version: version,
            recipients: form.body.recipients,
            threadHead: form.head,
            by: submission.user
        )
        switch decision {
        case .refused(let reasons) where reasons == [.wantsSecondPair(first: submission.user)]:
            return .redirect(to: Self.place(draft, form, done: .seconded))
        case .refused(let reasons): return try await refused("Not sent.", reasons, form, draft, submission)
        case .done: return try await goOn(from: form.at)
        }
    }

    static func place(_ draft: Draft, _ form: DraftForm, done: Notice) -> String {
        "/conversations/\(draft.conversation)?at=\(form.at)&done=\(done.rawValue)"
    }

    @Sendable private func save(_ submission: Submission) async throws -> Response {
        let draft = try await draft(submission.context)
        let form = try Self.form(submission, draft)
        switch try await store(form, draft, submission) {
        case .refused(let reasons): return try await refused("Not saved.", reasons, form, draft, submission)
        case .done:
            return .redirect(to: Self.place(draft, form, done: .saved))
        }
    }

    @Sendable private func reject(_ submission: Submission) async throws -> Response {
        let draft = try await draft(submission.context)
        let form = try Self.form(submission, draft)
        let reason = submission.form.line("reason")
        let closing = submission.form["closing"] == "yes"
        guard !reason.isEmpty else {
            let missing = [Refusal.notSendable("Say in a few words why the draft is rejected.")]
            return try await refused("Not rejected.", missing, form, draft, submission)
        }
        let decision = try await resources.desk.reject(
            draft.id,
            version: form.version,
            reason: reason,
            closing: closing,
            by: submission.user
        )
        switch decision {
        case .refused(let reasons): return try await refused("Not rejected.", reasons, form, draft, submission)
        case .done where closing: return try await goOn(from: form.at, notice: .closed)
        case .done:
            return .redirect(to: Self.place(draft, form, done: .rejected))
        }
    }

    /// Saves the form where it says something new. Returns the new version, nil where nothing had changed.
    func store(_ form: DraftForm, _ draft: Draft, _ submission: Submission) async throws -> Decision<Int?> {
        guard form.objections.isEmpty else { return .refused(form.objections) }
        guard form.body != draft.body else { return .done(nil) }
        let decision = try await resources.desk.edit(
            draft.id,
            version: form.version,
            body: form.body,
            by: submission.user
        )
        switch decision {
        case .refused(let reasons): return .refused(reasons)
        case .done(let draft): return .done(draft.version)
        }
    }

    /// The page again, with what changed and everything that the person had typed.
    func refused(
        _ heading: String,
        _ reasons: [Refusal],
        _ form: DraftForm,
        _ draft: Draft,
        _ submission: Submission
    ) async throws -> Response {
        let refused = Refused(
            heading: heading,
            sentences: reasons.map(\.sentence),
            typed: form.body,
            draft: draft.id,
            reason: submission.form.line("reason"),
            status: .conflict
        )
        return try await matter(draft.conversation, session: submission.session, at: form.at, refused: refused)
    }

    func draft(_ context: DeskContext) async throws -> Draft {
        guard let draft = try await resources.store.draft(context.id(of: Draft.self)) else {
            throw HTTPError(.notFound)
        }
        return draft
    }

    static func form(_ submission: Submission, _ draft: Draft) throws -> DraftForm {
        guard let form = DraftForm(submission.form, draft: draft) else { throw HTTPError(.badRequest) }
        return form
    }
}
