import Chat
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Model
import Pipeline
import Storage
import StorageSQLite

@testable import Web

/// The routes of one channel on a real store, without the desk around them.
struct Webhooks: Sendable {
    let store: SQLiteStore
    private let desk: DeskSettings
    private let patience: BodyPatience
    let budget: BodyBudget

    static let channel = InboxName("chat")
    /// Octets of a delivery.
    static let limit = 1_000

    init(
        publicURL: String? = nil,
        patience: Duration = .seconds(10),
        rate: Int = 50_000,
        budget: BodyBudget.Limits = BodyBudget.Limits()
    ) throws {
        store = try SQLiteStore.empty()
        desk = DeskSettings(publicURL: publicURL)
        self.patience = BodyPatience(first: patience, rate: rate)
        self.budget = BodyBudget(budget)
    }

    var application: some ApplicationProtocol {
        let router = Router(context: DeskContext.self)
        let routes = ChannelRoutes(Self.receiver(store), desk: desk, patience: patience, budget: budget)
        routes.add(to: router)
        return Application(router: router, server: .http1(.init()) { routes.bodyLimit(of: $0) ?? 0 })
    }

    /// Takes what has the field `X-Key`, and says what it did not like.
    static func receiver(_ store: any Store) -> WebhookReceiver {
        let judge: @Sendable (ReceivedRequest, Date) -> WebhookVerdict = { request, _ in
            if request.method == "GET" { return .answer(WebhookAnswer(200, body: "challenge")) }
            guard request.method == "POST" else { return .refuse(.wrongMethod, answer: WebhookAnswer(405)) }
            guard let key = request.fields.values(of: "x-key").first else {
                return .refuse(.noSignature, answer: WebhookAnswer(401, body: "no"))
            }
            let type = HeaderField(name: "Content-Type", value: "text/xml")
            return .take(.key(key), answer: WebhookAnswer(202, fields: [type], body: "<Response/>"))
        }
        return WebhookReceiver(
            channels: [channel: WebhookReceiver.Channel(sizeLimit: limit, judge: judge)],
            log: DeliveryLog { try await store.accept($0, advancing: nil, at: TestClock.start) },
            accepted: {},
            now: { TestClock.start },
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        )
    }

    static func key(_ key: String) -> HTTPFields {
        var fields = HTTPFields()
        if let name = HTTPField.Name("X-Key") { fields.append(HTTPField(name: name, value: key)) }
        return fields
    }

    /// Every delivery that was kept, with its body.
    func kept() async throws -> [Delivery] {
        var kept: [Delivery] = []
        for id in try await store.deliveries(of: Self.channel, in: nil, limit: 9).map(\.id) {
            if let delivery = try await store.delivery(id) { kept.append(delivery) }
        }
        return kept
    }
}
