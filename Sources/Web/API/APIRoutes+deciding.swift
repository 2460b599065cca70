import Hummingbird
import Model
import Pipeline
import Storage

extension APIRoutes {
    func addDeciding(to group: RouterGroup<DeskContext>) {
        group.get("/drafts") { request, _ in try await drafts(request) }
        group.get("/drafts/:id") { _, context in
            let draft = try await draft(context)
            return try await answer(draft, context)
        }
        group.patch("/drafts/:id") { request, context in try await edit(request, context) }
        group.post("/drafts/:id/approve") { request, context in try await approve(request, context) }
        group.post("/drafts/:id/reject") { request, context in try await reject(request, context) }
        group.post("/messages/:id/reply") { request, context in try await reply(request, context) }
        group.get("/intents") { _, _ in
            let intents = resources.desk.intents.map { APIIntent(id: $0.id, title: $0.title) }
            return try APIAnswer.json(APIList(items: intents, total: intents.count))
        }
        group.post("/messages/:id/intents") { request, context in try await correct(request, context) }
        group.post("/conversations/:id/close") { request, context in try await close(request, context) }
    }

    /// The queue's entries that have a draft.
    private func drafts(_ request: Request) async throws -> Response {
        let drafts = try await entries(request).compactMap { entry in
            entry.draft.map { APIDraft($0, head: entry.conversation.head) }
        }
        return try APIAnswer.json(APIList(items: drafts, total: try await resources.store.queueLength()))
    }

    private func edit(_ request: Request, _ context: DeskContext) async throws -> Response {
        let edit = try await Self.body(APIEdit.self, request, context)
        let draft = try await draft(context)
        if let name = edit.unknownSlot(in: draft.body) { throw Problem.unusable("There is no slot `\(name)`.") }
        let body = try edit.body(of: draft.body)
        let objections = DraftForm.objections(to: body, of: draft.body)
        guard objections.isEmpty else { return try APIAnswer.refused(objections) }
        let user = try context.requireSession().user.name
        switch try await resources.desk.edit(draft.id, version: edit.version, body: body, by: user) {
        case .refused(let reasons): return try APIAnswer.refused(reasons)
        case .done(let saved): return try await answer(saved, context)
        }
    }

    private func approve(_ request: Request, _ context: DeskContext) async throws -> Response {
        let approval = try await Self.body(APIApproval.self, request, context)
        guard let head = ThreadHead(approval.threadHead) else {
            throw Problem.unusable("`threadHead` is the text that came with the draft, such as `12.0`.")
        }
        let decision = try await resources.desk.approve(
            context.id(of: Draft.self),
            version: approval.version,
            recipients: approval.recipients.model,
            threadHead: head,
            by: context.requireSession().user.name
        )
        switch decision {
        case .refused(let reasons): return try APIAnswer.refused(reasons)
        case .done(let id): return try await outgoing(id, status: .created)
        }
    }

    private func reject(_ request: Request, _ context: DeskContext) async throws -> Response {
        let rejection = try await Self.body(APIRejection.self, request, context)
        guard !rejection.reason.isEmpty else { throw Problem.unusable("`reason` is empty.") }
        let decision = try await resources.desk.reject(
            context.id(of: Draft.self),
            version: rejection.version,
            reason: rejection.reason,
            closing: rejection.closing ?? false,
            by: context.requireSession().user.name
        )
        switch decision {
        case .refused(let reasons): return try APIAnswer.refused(reasons)
        case .done(let draft): return try APIAnswer.json(APIDraft(draft, head: try await head(of: draft)))
        }
    }

    private func reply(_ request: Request, _ context: DeskContext) async throws -> Response {
        let reply = try await Self.body(APIReply.self, request, context)
        let id = try context.id(of: Message.self)
        guard let message = try await resources.store.message(id) else { throw HTTPError(.notFound) }
        let body = try reply.body(answering: message)
        let objections = DraftForm.objections(to: body, of: message.chatRecipients == nil ? nil : body)
        guard objections.isEmpty else { return try APIAnswer.refused(objections) }
        let draft = try await resources.desk.startDraft(for: id, body: body, by: context.requireSession().user.name)
        return try APIAnswer.json(APIDraft(draft, head: try await head(of: draft)), status: .created)
    }

    private func correct(_ request: Request, _ context: DeskContext) async throws -> Response {
        let correction = try await Self.body(APICorrection.self, request, context)
        guard !correction.intents.isEmpty else { throw Problem.unusable("`intents` names none.") }
        let known = Set(resources.desk.intents.map(\.id))
        if let unknown = correction.intents.first(where: { !known.contains($0) }) {
            throw Problem.unusable("There is no intent `\(unknown)`: GET /intents lists them.")
        }
        let id = try context.id(of: Message.self)
        guard try await resources.store.message(id)?.reading != nil else { throw HTTPError(.notFound) }
        let user = try context.requireSession().user.name
        let outcome = try await resources.desk.correct(id, intents: correction.intents, by: user)
        return try APIAnswer.json(try await answer(outcome))
    }

    private func answer(_ outcome: CorrectionOutcome) async throws -> APICorrected {
        let (draft, isNew) = try await shown(outcome.draft)
        return APICorrected(intents: outcome.correction.intents, redrafted: isNew, draft: draft)
    }

    /// The draft there is now, and whether it was written anew.
    func shown(_ outcome: DraftAfterCorrection) async throws -> (APIDraft?, Bool) {
        switch outcome {
        case .written(let draft): (APIDraft(draft, head: try await head(of: draft)), true)
        case .kept(let draft): (APIDraft(draft, head: try await head(of: draft)), false)
        case .none: (nil, false)
        }
    }

    /// A draft with everything there is to know about it.
    func answer(_ draft: Draft, _ context: DeskContext) async throws -> Response {
        let user = try context.requireSession().user.name
        let review = try await resources.desk.review(draft.id, for: user)
        return try APIAnswer.json(APIDraft(draft, head: try await head(of: draft), review: review))
    }

    private func close(_ request: Request, _ context: DeskContext) async throws -> Response {
        let closing = try await Self.body(APIClosing.self, request, context)
        guard !closing.reason.isEmpty else { throw Problem.unusable("`reason` is empty.") }
        let user = try context.requireSession().user.name
        try await resources.desk.close(context.id(of: Conversation.self), reason: closing.reason, by: user)
        return Response(status: .noContent)
    }

    private func draft(_ context: DeskContext) async throws -> Draft {
        guard let draft = try await resources.store.draft(context.id(of: Draft.self)) else {
            throw HTTPError(.notFound)
        }
        return draft
    }

    func head(of draft: Draft) async throws -> ThreadHead {
        try await resources.store.threadHead(of: draft.conversation) ?? draft.threadHead
    }
}
