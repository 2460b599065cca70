import Hummingbird
import Model
import Pipeline
import Storage

extension APIRoutes {
    func addOutgoing(to group: RouterGroup<DeskContext>) {
        group.get("/outgoing") { request, _ in try await list(request) }
        group.get("/outgoing/:id") { _, context in try await outgoing(context.id(of: OutgoingMail.self)) }
        group.post("/outgoing/:id/undo") { _, context in try await undo(context) }
        group.post("/outgoing/:id/seen") { _, context in try await markSeen(context) }
        group.post("/outgoing/:id/resolve") { request, context in try await resolve(request, context) }
    }

    func outgoing(_ id: OutgoingMail.ID, status: HTTPResponse.Status = .ok) async throws -> Response {
        guard let mail = try await resources.store.outgoingMail(id) else { throw HTTPError(.notFound) }
        return try APIAnswer.json(APIOutgoing(mail), status: status)
    }

    private func list(_ request: Request) async throws -> Response {
        let name = request.uri.queryParameters["state"].map(String.init) ?? "waiting"
        guard let state = OutgoingMail.State(rawValue: name) else {
            let names = OutgoingMail.State.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem.unusable("`state` is one of \(names).")
        }
        let limit = try Self.number("limit", in: request, default: 50, range: 1...500)
        let mails = try await resources.store.outgoing(in: state, limit: limit)
        return try APIAnswer.json(["items": mails.map(APIOutgoing.init)])
    }

    private func undo(_ context: DeskContext) async throws -> Response {
        let id = try context.id(of: OutgoingMail.self)
        switch try await resources.desk.undo(id, by: context.requireSession().user.name) {
        case .refused(let reasons): return try APIAnswer.refused(reasons)
        case .done(let draft): return try APIAnswer.json(["draft": draft.rawValue])
        }
    }

    private func markSeen(_ context: DeskContext) async throws -> Response {
        let id = try context.id(of: OutgoingMail.self)
        switch try await resources.desk.markCopySeen(id, by: context.requireSession().user.name) {
        case .refused(let reasons): return try APIAnswer.refused(reasons)
        case .done: return try await outgoing(id)
        }
    }

    private func resolve(_ request: Request, _ context: DeskContext) async throws -> Response {
        let resolution = try await Self.body(APIResolution.self, request, context)
        let id = try context.id(of: OutgoingMail.self)
        let user = try context.requireSession().user.name
        switch try await resources.desk.resolve(id, delivered: resolution.delivered, by: user) {
        case .refused(let reasons): return try APIAnswer.refused(reasons)
        case .done: return try await outgoing(id)
        }
    }
}
