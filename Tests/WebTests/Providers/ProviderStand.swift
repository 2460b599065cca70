import Channels
import Chat
import Foundation
import Hummingbird
import Logging
import Model
import Pipeline
import Storage
import StorageSQLite
import TestSupport
import Testing

@testable import Web

/// The route of a channel that one provider calls, on a real store, with its key in a file: put together as the program does.
struct ProviderStand: Sendable {
    let store: SQLiteStore
    private let channel: InboxName
    private let folder: TemporaryDirectory
    private let receiver: WebhookReceiver

    static let channel = InboxName("it")
    static let path = "/channels/it"
    /// Octets of a delivery.
    static let limit = 2_000

    init(_ provider: ChannelProvider, named channel: InboxName = channel) throws {
        let store = try SQLiteStore.empty()
        let folder = try TemporaryDirectory()
        let settings = ChannelSettings(provider: provider, keys: [.file(folder.path("key"))], sizeLimit: Self.limit)
        let verifier = LiveVerifier(settings, secrets: SecretReader(environment: ["WORD": "ham"]))
        receiver = WebhookReceiver(
            channels: [
                channel: WebhookReceiver.Channel(
                    sizeLimit: Self.limit,
                    judge: { verifier.judge($0, at: $1) },
                    refusal: { provider.answer(to: $0) }
                )
            ],
            log: DeliveryLog { try await store.accept($0, advancing: nil, at: TestClock.start) },
            accepted: {},
            now: { TestClock.start },
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        )
        self.channel = channel
        self.store = store
        self.folder = folder
    }

    func write(key: String) throws {
        try folder.write("\(key)\n", to: "key")
    }

    func application(
        publicURL: String = ProviderSample.publicURL,
        patience: Duration = .seconds(10)
    ) -> some ApplicationProtocol {
        let router = Router(context: DeskContext.self)
        let patience = BodyPatience(first: patience)
        ChannelRoutes(receiver, desk: DeskSettings(publicURL: publicURL), patience: patience).add(to: router)
        return Application(router: router)
    }

    /// What was kept, in order.
    func kept() async throws -> [Delivery] {
        try await store.deliveries(of: channel, in: nil, limit: 99).reversed()
    }
}
