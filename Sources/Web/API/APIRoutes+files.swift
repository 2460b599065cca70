import Chat
import Hummingbird

extension APIRoutes {
    func addFiles(to group: RouterGroup<DeskContext>) {
        group.get("/messages/:id/files/:number") { _, context in try await file(context) }
    }

    private func file(_ context: DeskContext) async throws -> Response {
        do {
            return try await resources.download(context)
        } catch let refusal as AttachmentRefusal {
            let error = APIError(code: "not-fetched", message: refusal.description)
            let status: HTTPResponse.Status = refusal.isTransient ? .serviceUnavailable : .conflict
            return try APIAnswer.json(APIError.Envelope(error: error), status: status)
        }
    }
}
