import Chat
import Hummingbird
import Model
import Pipeline
import Storage

extension DeskRoutes {
    func addFiles(to group: RouterGroup<DeskContext>) {
        post("/messages/:id/files/:number", on: group, fetch)
    }

    @Sendable private func fetch(_ submission: Submission) async throws -> Response {
        do {
            return try await resources.download(submission.context)
        } catch let refusal as AttachmentRefusal {
            let message = try await resources.store.message(submission.context.id(of: Message.self))
            let path = message?.conversation.map { "/conversations/\($0)" } ?? "/queue"
            let wayOn = WayOn(place: .queue, path: path, label: "Back to the chat")
            let reasons = [Refusal.notSendable(refusal.description)]
            return try await conflict("Not fetched", reasons, wayOn, submission.session)
        }
    }
}
