import Hummingbird
import Model
import Pipeline
import Storage

/// Who the customer of a conversation also is: one of the two.
struct APIMerge: Codable, Hashable, Sendable {
    var conversation: Int64?
    var address: String?
}

struct APISeparation: Codable, Hashable, Sendable {
    var address: String
}

extension APIRoutes {
    func addCustomers(to group: RouterGroup<DeskContext>) {
        group.post("/conversations/:id/merge") { request, context in try await merge(request, context) }
        group.post("/conversations/:id/separate") { request, context in try await separate(request, context) }
    }

    private func merge(_ request: Request, _ context: DeskContext) async throws -> Response {
        let wanted = try await Self.body(APIMerge.self, request, context)
        let other: CustomerReference
        switch (wanted.conversation, wanted.address) {
        case (let id?, nil): other = .conversation(Conversation.ID(rawValue: id))
        case (nil, let address?) where !address.isEmpty: other = .address(address)
        default: throw Problem.unusable("Name one of `conversation` and `address`.")
        }
        let id = try context.id(of: Conversation.self)
        try await resources.desk.merge(id, with: other, by: context.requireSession().user.name)
        return try await customer(of: id)
    }

    private func separate(_ request: Request, _ context: DeskContext) async throws -> Response {
        let wanted = try await Self.body(APISeparation.self, request, context)
        let id = try context.id(of: Conversation.self)
        try await resources.desk.separate(wanted.address, in: id, by: context.requireSession().user.name)
        return try await customer(of: id)
    }

    private func customer(of id: Conversation.ID) async throws -> Response {
        guard let record = try await resources.store.conversation(id),
            let known = try await resources.desk.knownCustomer(of: record)
        else { throw HTTPError(.notFound) }
        return try APIAnswer.json(APICustomer(known))
    }
}
