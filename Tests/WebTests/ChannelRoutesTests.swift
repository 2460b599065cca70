import Chat
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Model
import Pipeline
import Storage
import Testing

@testable import Web

@Suite("Webhooks")
struct ChannelRoutesTests {
    private static let channel = InboxName("chat")
    private static let limit = 1_000

    private static func scene(publicURL: String? = nil) async throws -> Scene {
        try await Scene(publicURL: publicURL, webhooks: { receiver($0) })
    }

    /// Takes what has the field `X-Key`, and says what it did not like.
    private static func receiver(_ store: any Store) -> WebhookReceiver {
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

    private static func key(_ key: String) -> HTTPFields {
        var fields = HTTPFields()
        if let name = HTTPField.Name("X-Key") { fields.append(HTTPField(name: name, value: key)) }
        return fields
    }

    private static func kept(in scene: Scene) async throws -> [Delivery] {
        let ids = try await scene.store.deliveries(of: channel, in: nil, limit: 9).map(\.id)
        var kept: [Delivery] = []
        for id in ids { if let delivery = try await scene.store.delivery(id) { kept.append(delivery) } }
        return kept
    }

    @Test("a delivery is kept byte for byte, with its fields in order and the address as the sender wrote it")
    func kept() async throws {
        let scene = try await Self.scene(publicURL: "https://desk.shop.example/help/")
        try await scene.run { client in
            var headers = HTTPFields()
            for (name, value) in [("X-Key", "k"), ("b-Field", "1"), ("A-field", "2"), ("B-Field", "3")] {
                if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
            }
            let body = ByteBuffer(bytes: [0, 13, 10, 255, 0xC3])
            let response = try await client.execute(
                uri: "/channels/chat?b=%2f+%20&a=1",
                method: .post,
                headers: headers,
                body: body
            )
            #expect(response.status.code == 202)
            #expect(response.headers[.contentType] == "text/xml")
            #expect(String(buffer: response.body) == "<Response/>")
        }
        let delivery = try await #require(Self.kept(in: scene).first)
        #expect(delivery.request.body == [0, 13, 10, 255, 0xC3])
        #expect(delivery.request.url == "https://desk.shop.example/help/channels/chat?b=%2f+%20&a=1")
        let own = delivery.request.fields.filter { $0.name.lowercased().hasSuffix("-field") }
        #expect(own.map(\.name) == ["b-Field", "A-field", "B-Field"])
        #expect(own.map(\.value) == ["1", "2", "3"])
    }

    @Test("no session and no form token are asked for, not even of a browser at another site")
    func outsideTheDesk() async throws {
        let scene = try await Self.scene()
        try await scene.run { client in
            var headers = Self.key("k")
            headers[.fetchSite] = "cross-site"
            headers[.origin] = "https://elsewhere.example"
            let response = try await client.execute(uri: "/channels/chat", method: .post, headers: headers)
            #expect(response.status.code == 202)
            #expect(try await client.execute(uri: "/queue", method: .get).status == .seeOther)
        }
    }

    @Test("handshakes, refusals, other methods and unknown channels are answered in short plain text")
    func answers() async throws {
        let scene = try await Self.scene()
        try await scene.run { client in
            for (method, uri, status, body) in [
                (HTTPRequest.Method.get, "/channels/chat?x=1", 200, "challenge"), (.post, "/channels/chat", 401, "no"),
                (.put, "/channels/chat", 405, ""), (.delete, "/channels/chat", 405, ""),
                (.post, "/channels/other", 404, "There is no such channel.\n"),
                (.get, "/channels/%2e%2e", 404, "There is no such channel.\n"),
            ] as [(HTTPRequest.Method, String, Int, String)] {
                let response = try await client.execute(uri: uri, method: method)
                #expect(response.status.code == status, "\(method) \(uri)")
                #expect(String(buffer: response.body) == body)
                if !body.isEmpty { #expect(response.headers[.contentType] == "text/plain; charset=utf-8") }
            }
        }
        #expect(try await Self.kept(in: scene).isEmpty)
    }

    @Test("a body up to the limit is taken, one octet more is too large", arguments: [(limit, 202), (limit + 1, 413)])
    func size(octets: Int, status: Int) async throws {
        let scene = try await Self.scene()
        try await scene.server.application().test(.live) { client in
            for _ in 1...2 {
                // The connection goes on after either.
                let body = ByteBuffer(repeating: 65, count: octets)
                let response = try await client.execute(
                    uri: "/channels/chat",
                    method: .post,
                    headers: Self.key("k"),
                    body: body
                )
                #expect(response.status.code == status)
            }
        }
        #expect(try await Self.kept(in: scene).count == (status == 202 ? 1 : 0))
    }

    @Test("the metrics tell what came and was not taken apart yet")
    func metrics() async throws {
        let scene = try await Self.scene()
        try await scene.run { client in
            _ = try await client.execute(uri: "/channels/chat", method: .post, headers: Self.key("k"))
            scene.clock.advance(5)
            let text = String(buffer: try await client.execute(uri: "/metrics", method: .get).body)
            #expect(text.contains("wavelength_channel_deliveries_waiting 1\n"))
            #expect(text.contains("wavelength_oldest_channel_delivery_seconds 5\n"))
            #expect(text.contains("wavelength_channel_deliveries{channel=\"chat\",state=\"received\"} 1\n"))
        }
    }

    @Test("where no channel has a webhook, there is no such route")
    func noWebhooks() async throws {
        try await Scene().run { client in
            #expect(try await client.execute(uri: "/channels/chat", method: .post).status == .notFound)
        }
    }
}
