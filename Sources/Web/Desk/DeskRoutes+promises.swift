import Foundation
import Hummingbird
import Model
import Pipeline
import Storage

extension DeskRoutes {
    func addPromises(to group: RouterGroup<DeskContext>) {
        group.get("/promises", use: promises)
        post("/promises/:id/done", on: group, done)
        post("/promises/:id/withdraw", on: group, withdraw)
        post("/conversations/:id/formality", on: group, address)
    }

    @Sendable private func promises(_ request: Request, _ context: DeskContext) async throws -> Response {
        let session = try context.requireSession()
        let store = resources.store
        let since = resources.now().addingTimeInterval(-PromisesPage.tallied)
        let page = PromisesPage(
            frame: try await frame(session, title: "Promises", place: .promises, notice: Self.notice(request)),
            broken: try await store.overduePromises(limit: PromisesPage.size),
            open: try await store.openPromises(dueBefore: nil, limit: PromisesPage.size),
            tallies: try await store.promiseTallies(since: since),
            clock: resources.clock
        )
        return resources.answer(page)
    }

    @Sendable private func done(_ submission: Submission) async throws -> Response {
        let id = try submission.context.id(of: Promise.self)
        switch try await resources.desk.markPromiseDone(id, by: submission.user) {
        case .refused(let reasons): return try await notPossible("Settled already", reasons, submission)
        case .done(let outcome): return Self.back(submission, outcome.news == nil ? .promiseDone : .promiseNews)
        }
    }

    @Sendable private func withdraw(_ submission: Submission) async throws -> Response {
        let id = try submission.context.id(of: Promise.self)
        let reason = submission.form.line("reason")
        guard !reason.isEmpty else {
            let missing = Refusal.notSendable("Say in a few words why it is no longer wanted.")
            return try await notPossible("Not withdrawn", [missing], submission)
        }
        switch try await resources.desk.withdraw(id, reason: reason, by: submission.user) {
        case .refused(let reasons): return try await notPossible("Settled already", reasons, submission)
        case .done: return Self.back(submission, .withdrawn)
        }
    }

    /// Keeps how the customer is to be addressed.
    @Sendable private func address(_ submission: Submission) async throws -> Response {
        let id = try submission.context.id(of: Conversation.self)
        guard let formality = Formality(rawValue: submission.form["formality"]) else { throw HTTPError(.badRequest) }
        let outcome = try await resources.desk.setFormality(formality, in: id, by: submission.user)
        let notice: Notice = if case .written = outcome { .addressed } else { .addressedOnly }
        let at = max(0, Int(submission.form.line("at")) ?? 0)
        return .redirect(to: "/conversations/\(id)?at=\(at)&done=\(notice.rawValue)")
    }

    /// To the conversation that the button stood in, or to the list.
    private static func back(_ submission: Submission, _ notice: Notice) -> Response {
        let conversation = Identifier<Conversation>(submission.form.line("conversation"))
        let place = conversation.map { "/conversations/\($0)" } ?? "/promises"
        return .redirect(to: "\(place)?done=\(notice.rawValue)")
    }

    private func notPossible(_ heading: String, _ reasons: [Refusal], _ submission: Submission) async throws -> Response
    {
        let wayOn = WayOn(place: .promises, path: "/promises", label: "See the promises")
        return try await conflict(heading, reasons, wayOn, submission.session)
    }
}
