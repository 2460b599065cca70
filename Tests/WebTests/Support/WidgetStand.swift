import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Model
import Pipeline
import Storage
import StorageSQLite
import Testing

@testable import Web

/// A desk with the widget of one inbox.
struct WidgetStand: Sendable {
    let scene: Scene

    static let channel = WidgetChannel(
        origins: ["https://shop.example", "https://www.shop.example"],
        title: "Ask <us>"
    )
    static let origin = "https://desk.shop.example"
    static let name = InboxName("site")

    init(language: String = "en", sendsMail: Bool = true) async throws {
        scene = try await Scene(
            publicURL: Self.origin,
            widgets: { [Self.widget($0, $1, language: language, sendsMail: sendsMail)] }
        )
    }

    private static func widget(
        _ store: any Store,
        _ clock: TestClock,
        language: String,
        sendsMail: Bool
    ) -> ChatWidget {
        var inbox = Inbox(name: name, addresses: ["help@shop.example"], defaultLanguage: language)
        inbox.channel = ChannelSettings(provider: .widget(channel))
        let log = DeliveryLog { try await store.accept($0, advancing: nil, at: clock.now) }
        return ChatWidget(
            ChatWidget.Parts(
                inbox: { [inbox] in inbox },
                channel: channel,
                url: "\(origin)/widget/\(name)",
                sendsMail: sendsMail,
                store: store,
                accept: { try await log.accept($0) },
                likelyDay: { _, _ in nil },
                token: MessageToken(secret: Array(repeating: 1, count: 32)),
                news: WidgetNews(),
                now: { clock.now },
                logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
            )
        )
    }

    func run(_ work: @Sendable (WidgetVisitor) async throws -> Void) async throws {
        try await scene.run { try await work(WidgetVisitor(client: $0)) }
    }

    func deliveries() async throws -> [Delivery] {
        try await scene.store.deliveries(of: Self.name, in: nil, limit: 99)
    }
}

/// The page in the frame, as far as the server can tell.
struct WidgetVisitor: Sendable {
    let client: any TestClientProtocol
    var token: String?
    var origin: String? = WidgetStand.origin
    var fetchSite = "same-origin"
    /// What a proxy before the desk says.
    var forwardedFor: String?

    func get(_ path: String) async throws -> TestResponse {
        try await client.execute(uri: path, method: .get, headers: headers)
    }

    func post(_ path: String, _ json: String = "{}") async throws -> TestResponse {
        var headers = headers
        headers[.origin] = origin
        headers[.contentType] = "application/json"
        return try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: json))
    }

    /// The same page, with a session of its own.
    func begun() async throws -> WidgetVisitor {
        let response = try await post("/widget/site/sessions")
        try #require(response.status == .created)
        var visitor = self
        visitor.token = try JSONDecoder().decode(WidgetJSON.Begun.self, from: Data(response.body.readableBytesView))
            .session
        return visitor
    }

    func write(_ text: String, id: String = "m1") async throws -> TestResponse {
        let json = try JSONEncoder().encode(WidgetJSON.Message(id: id, text: text))
        return try await post("/widget/site/messages", String(decoding: json, as: UTF8.self))
    }

    private var headers: HTTPFields {
        var headers = HTTPFields()
        headers[.fetchSite] = fetchSite
        headers[.authorization] = token.map { "Bearer \($0)" }
        headers[.forwardedFor] = forwardedFor
        return headers
    }
}
