import Hummingbird
import Model
import Pipeline
import Storage

extension DeskRoutes {
    func addOutgoing(to group: RouterGroup<DeskContext>) {
        group.get("/sent", use: sent)
        group.get("/unsettled", use: unsettled)
        post("/outgoing/:id/undo", on: group, undo)
        post("/outgoing/:id/resolve", on: group, resolve)
        post("/outgoing/:id/seen", on: group, markSeen)
    }

    @Sendable private func sent(_ request: Request, _ context: DeskContext) async throws -> Response {
        let frame = try await frame(context.requireSession(), title: "Sent", place: .sent, notice: Self.notice(request))
        let leaving = try await items(in: .waiting) + items(in: .sending) + items(in: .handingOver)
        return resources.answer(SentPage(frame: frame, leaving: leaving, sent: try await items(in: .sent)))
    }

    @Sendable private func unsettled(_ request: Request, _ context: DeskContext) async throws -> Response {
        let session = try context.requireSession()
        let frame = try await frame(session, title: "Unsettled", place: .unsettled, notice: Self.notice(request))
        let page = UnsettledPage(
            frame: frame,
            uncertain: try await items(in: .uncertain),
            failed: try await items(in: .failed),
            unmailed: try await items(resources.store.openCopies(limit: 50))
        )
        return resources.answer(page)
    }

    @Sendable private func undo(_ submission: Submission) async throws -> Response {
        let id = try submission.context.id(of: OutgoingMail.self)
        switch try await resources.desk.undo(id, by: submission.user) {
        case .done(let draft): return .redirect(to: "/drafts/\(draft)?done=\(Notice.undone.rawValue)")
        case .refused(let reasons): return try await tooLate("Too late to undo", reasons, submission)
        }
    }

    @Sendable private func resolve(_ submission: Submission) async throws -> Response {
        let id = try submission.context.id(of: OutgoingMail.self)
        let answer = submission.form["delivered"]
        guard answer == "yes" || answer == "no" else { throw HTTPError(.badRequest) }
        switch try await resources.desk.resolve(id, delivered: answer == "yes", by: submission.user) {
        case .done: return .redirect(to: "/unsettled?done=\(Notice.settled.rawValue)")
        case .refused(let reasons): return try await tooLate("Already settled", reasons, submission)
        }
    }

    @Sendable private func markSeen(_ submission: Submission) async throws -> Response {
        let id = try submission.context.id(of: OutgoingMail.self)
        switch try await resources.desk.markCopySeen(id, by: submission.user) {
        case .done: return .redirect(to: "/unsettled?done=\(Notice.settled.rawValue)")
        case .refused(let reasons): return try await tooLate("Already settled", reasons, submission)
        }
    }

    private func tooLate(_ heading: String, _ reasons: [Refusal], _ submission: Submission) async throws -> Response {
        let wayOn = WayOn(place: .sent, path: "/sent", label: "See what was sent")
        return try await conflict(heading, reasons, wayOn, submission.session)
    }

    private func items(in state: OutgoingMail.State) async throws -> [OutgoingItem] {
        try await items(resources.store.outgoing(in: state, limit: 50))
    }

    private func items(_ mails: [OutgoingMail]) async throws -> [OutgoingItem] {
        var items: [OutgoingItem] = []
        for mail in mails {
            var draft: Draft?
            if let id = mail.draft { draft = try await resources.store.draft(id) }
            var whole = mail
            // Lists have no bytes, and they tell how many messages there are.
            if mail.mail.form == .chat, mail.state != .sent {
                whole = try await resources.store.outgoingMail(mail.id) ?? mail
            }
            items.append(OutgoingItem(whole, draft: draft, clock: resources.clock))
        }
        return items
    }
}
