import Chat
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
        let deliveries = try await deliveries(behind: messages)
        let page = ParkedPage(frame: frame, messages: messages, deliveries: deliveries, clock: resources.clock)
        return resources.answer(page)
    }

    /// Without their bodies, which may be large.
    private func deliveries(behind messages: [Message]) async throws -> [Message.ID: [Delivery]] {
        var behind: [Message.ID: [Delivery]] = [:]
        var parked: [InboxName: [Delivery]] = [:]
        for message in messages where message.form == .delivery {
            let ids = try await resources.store.deliveries(behind: message.id)
            if parked[message.inbox] == nil {
                let newest = try await resources.store.deliveries(of: message.inbox, in: .parked, limit: 500)
                parked[message.inbox] = newest
            }
            behind[message.id] = (parked[message.inbox] ?? []).filter { ids.contains($0.id) }
        }
        return behind
    }

    /// The bytes as they came, always as a download: nothing in them is ever shown as HTML. Of a delivery without secrets.
    @Sendable private func original(_ request: Request, _ context: DeskContext) async throws -> Response {
        let id = try context.id(of: Message.self)
        let form = try await resources.store.message(id)?.form ?? .mail
        let headers: HTTPFields = [
            .contentType: "application/octet-stream",
            .contentDisposition: "attachment; filename=\"message-\(id).\(form.fileExtension)\"",
        ]
        let octets = try await resources.store.raw(of: id)
        let raw = form == .delivery ? Array(ReceivedRequest.shown(octets).utf8) : octets
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: raw)))
    }
}

extension MessageForm {
    fileprivate var fileExtension: String {
        switch self {
        case .mail: "eml"
        case .chat: "json"
        case .delivery: "txt"
        }
    }
}
