import Foundation
import Hummingbird
import Model
import Pipeline
import Storage

extension APIRoutes {
    func addPromises(to group: RouterGroup<DeskContext>) {
        group.get("/promises") { request, _ in try await promises(request) }
        group.post("/promises/:id/done") { _, context in try await done(context) }
        group.post("/promises/:id/withdraw") { request, context in try await withdraw(request, context) }
        group.post("/conversations/:id/formality") { request, context in try await address(request, context) }
        group.post("/drafts/:id/ask") { request, context in try await ask(request, context) }
    }

    private func promises(_ request: Request) async throws -> Response {
        let limit = try Self.number("limit", in: request, default: 200, range: 1...500)
        let store = resources.store
        let broken = try await store.overduePromises(limit: limit)
        let open = try await store.openPromises(dueBefore: nil, limit: limit)
        let tallies = try await store.promiseTallies(since: resources.now().addingTimeInterval(-PromisesPage.tallied))
        let list = APIPromiseList(items: (broken + open).map(APIPromise.init), tallies: tallies.map(TallyItem.init))
        return try APIAnswer.json(list)
    }

    private func done(_ context: DeskContext) async throws -> Response {
        let user = try context.requireSession().user.name
        switch try await resources.desk.markPromiseDone(context.id(of: Promise.self), by: user) {
        case .refused(let reasons): return try APIAnswer.refused(reasons)
        case .done(let outcome):
            var news: APIDraft?
            if let draft = outcome.news { news = APIDraft(draft, head: try await head(of: draft)) }
            return try APIAnswer.json(APIPromiseDone(promise: APIPromise(outcome.promise), news: news))
        }
    }

    private func withdraw(_ request: Request, _ context: DeskContext) async throws -> Response {
        let withdrawal = try await Self.body(APIWithdrawal.self, request, context)
        guard !withdrawal.reason.isEmpty else { throw Problem.unusable("`reason` is empty.") }
        let id = try context.id(of: Promise.self)
        let user = try context.requireSession().user.name
        switch try await resources.desk.withdraw(id, reason: withdrawal.reason, by: user) {
        case .refused(let reasons): return try APIAnswer.refused(reasons)
        case .done(let promise): return try APIAnswer.json(APIPromise(promise))
        }
    }

    private func address(_ request: Request, _ context: DeskContext) async throws -> Response {
        let wanted = try await Self.body(APIFormality.self, request, context)
        guard let formality = Formality(rawValue: wanted.formality) else {
            throw Problem.unusable("`formality` is `formal` or `informal`.")
        }
        let id = try context.id(of: Conversation.self)
        let user = try context.requireSession().user.name
        let (draft, isNew) = try await shown(resources.desk.setFormality(formality, in: id, by: user))
        return try APIAnswer.json(APIAddressed(formality: formality.rawValue, redrafted: isNew, draft: draft))
    }

    private func ask(_ request: Request, _ context: DeskContext) async throws -> Response {
        let asked = try await Self.body(APIQuestion.self, request, context)
        guard !asked.question.isEmpty else { throw Problem.unusable("`question` is empty.") }
        let decision = try await resources.desk.askSenior(
            context.id(of: Draft.self),
            version: asked.version,
            question: asked.question,
            by: context.requireSession().user.name
        )
        switch decision {
        case .refused(let reasons): return try APIAnswer.refused(reasons)
        case .done(let draft): return try await answer(draft, context)
        }
    }
}
