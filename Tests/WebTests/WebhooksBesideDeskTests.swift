import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Testing

@testable import Web

@Suite("Webhooks beside the desk")
struct WebhooksBesideDeskTests {
    @Test("no session and no form token are asked for, not even of a browser at another site")
    func outsideTheDesk() async throws {
        let scene = try await Scene(webhooks: { Webhooks.receiver($0) })
        try await scene.run { client in
            var headers = Webhooks.key("k")
            headers[.fetchSite] = "cross-site"
            headers[.origin] = "https://elsewhere.example"
            let response = try await client.execute(uri: "/channels/chat", method: .post, headers: headers)
            #expect(response.status.code == 202)
            #expect(try await client.execute(uri: "/queue", method: .get).status == .seeOther)
        }
    }

    @Test("the log at its most talkative has the path of a handshake, and not the secret in it")
    func log() async throws {
        let entries = LogEntries()
        var logger = Logger(label: "test", factory: { _ in entries.handler })
        logger.logLevel = .trace
        let scene = try await Scene(webhooks: { Webhooks.receiver($0) }, logger: logger)
        try await scene.run { client in
            let uri = "/channels/chat?hub.mode=subscribe&hub.verify_token=meaty-ham&hub.challenge=1"
            let response = try await client.execute(uri: uri, method: .get)
            #expect(response.status == .ok)
        }
        let text = entries.all.joined(separator: "\n")
        #expect(text.contains("/channels/chat"))
        #expect(!text.contains("meaty-ham"))
    }

    @Test("the metrics tell what came and was not taken apart yet")
    func metrics() async throws {
        let scene = try await Scene(webhooks: { Webhooks.receiver($0) })
        try await scene.run { client in
            _ = try await client.execute(uri: "/channels/chat", method: .post, headers: Webhooks.key("k"))
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
            let response = try await client.execute(uri: "/channels/chat", method: .post)
            #expect(response.status == .notFound)
        }
    }
}
