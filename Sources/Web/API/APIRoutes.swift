import Foundation
import Hummingbird
import Model
import Pipeline
import Storage

/// The JSON API, version 1, documented in `docs/api.md`.
struct APIRoutes: Sendable {
    let resources: WebResources

    init(_ resources: WebResources) {
        self.resources = resources
    }

    func add(to router: Router<DeskContext>) {
        let api = router.group("/api/v1").add(middleware: TokenReader(resources: resources))
        addReading(to: api)
        addFiles(to: api)
        addDeciding(to: api)
        addOutgoing(to: api)
        addPromises(to: api)
        addCustomers(to: api)
    }

    private func addReading(to group: RouterGroup<DeskContext>) {
        group.get("/queue") { request, _ in try await queue(request) }
        group.get("/conversations/:id") { _, context in
            let id = try context.id(of: Conversation.self)
            guard let record = try await resources.store.conversation(id) else { throw HTTPError(.notFound) }
            let promises = try await resources.store.promises(in: id)
            var answer = APIConversation(record, promises: promises)
            answer.channel = APIChannel(resources.desk.inbox(record.conversation.inbox))
            answer.known = try await resources.desk.knownCustomer(of: record).map(APICustomer.init)
            return try APIAnswer.json(answer)
        }
        group.get("/custody") { _, _ in try APIAnswer.json(APICustody(try await resources.store.custody())) }
    }

    private func queue(_ request: Request) async throws -> Response {
        let entries = try await entries(request)
        let list = APIList(
            items: entries.map { entry in
                APIQueueEntry(entry, inbox: resources.desk.inbox(entry.conversation.inbox), now: resources.now())
            },
            total: try await resources.store.queueLength()
        )
        return try APIAnswer.json(list)
    }

    func entries(_ request: Request) async throws -> [QueueEntry] {
        let limit = try Self.number("limit", in: request, default: 50, range: 1...500)
        let offset = try Self.number("offset", in: request, default: 0, range: 0...Int(Int32.max))
        return try await resources.store.queue(limit: limit, offset: offset)
    }

    static func number(
        _ name: String,
        in request: Request,
        default standard: Int,
        range: ClosedRange<Int>
    ) throws -> Int {
        guard let text = request.uri.queryParameters[name[...]] else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw Problem.unusable("`\(name)` is a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    /// Reads a JSON body; throws with the field that is missing or wrong.
    static func body<Body: Decodable>(
        _ type: Body.Type,
        _ request: Request,
        _ context: DeskContext
    ) async throws -> Body {
        let buffer = try await request.body.collect(upTo: context.maxUploadSize)
        do {
            return try JSONDecoder().decode(type, from: Data(buffer.readableBytesView))
        } catch let error as DecodingError {
            throw Problem.unusable(sentence(error))
        }
    }

    private static func sentence(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "`\(key.stringValue)` is missing."
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "`\(context.codingPath.map(\.stringValue).joined(separator: "."))` has another type than expected."
        default: "The body is not the JSON that was expected."
        }
    }
}
