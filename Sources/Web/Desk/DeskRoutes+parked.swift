import Hummingbird
import Model
import Pipeline
import Storage

extension DeskRoutes {
    func addParked(to group: RouterGroup<DeskContext>) {
        group.get("/parked", use: parked)
        group.get("/messages/:id/original", use: original)
        post("/messages/:id/unpark", on: group) { submission in
            try await resources.desk.unpark(submission.context.id(of: Message.self), by: submission.user)
            return .redirect(to: "/parked?done=\(Notice.givenBack.rawValue)")
        }
    }

    @Sendable private func parked(_ request: Request, _ context: DeskContext) async throws -> Response {
        let session = try context.requireSession()
        let frame = try await frame(session, title: "Parked", place: .parked, notice: Self.notice(request))
        let messages = try await resources.store.parked(limit: 100)
        return resources.answer(ParkedPage(frame: frame, messages: messages, clock: resources.clock))
    }

    /// The bytes as they came, always as a download: nothing in them is ever shown as HTML.
    @Sendable private func original(_ request: Request, _ context: DeskContext) async throws -> Response {
        let id = try context.id(of: Message.self)
        let headers: HTTPFields = [
            .contentType: "application/octet-stream",
            .contentDisposition: "attachment; filename=\"message-\(id).eml\"",
        ]
        let raw = try await resources.store.raw(of: id)
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: raw)))
    }
}
