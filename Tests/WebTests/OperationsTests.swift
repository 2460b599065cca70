import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

@testable import Web

@Suite("What operators watch")
struct OperationsTests {
    @Test("health answers while the program lives, ready once the start is caught up with")
    func readiness() async throws {
        let box = Box("still reading 12 messages")
        try await Scene(readiness: { box.value }).run { client in
            #expect(try await client.execute(uri: "/health", method: .get).status == .ok)
            let early = try await client.execute(uri: "/ready", method: .get)
            #expect(early.status == .serviceUnavailable)
            #expect(String(buffer: early.body) == "not ready: still reading 12 messages\n")
            box.value = nil
            #expect(try await client.execute(uri: "/ready", method: .get).status == .ok)
        }
    }

    @Test("the metrics tell the sums of custody, the queue and the outbox")
    func metrics() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let response = try await client.execute(uri: "/metrics", method: .get)
            #expect(response.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            let text = String(buffer: response.body)
            #expect(text.contains("wavelength_messages_taken 1\n"))
            #expect(text.contains("wavelength_messages{state=\"open\"} 1\n"))
            #expect(text.contains("wavelength_queue_length 1\n"))
            #expect(text.contains("wavelength_outbox{state=\"uncertain\"} 0\n"))
        }
    }

    @Test("the server tells which port it was given, and stops when asked to")
    func live() async throws {
        let scene = try await Scene()
        try await scene.server.application().test(.live) { client in
            let port = try #require(client.port)
            #expect(port > 0)
            let browser = try await Browser.signedIn(client)
            #expect(try await browser.get("/queue").status == .ok)
        }
    }

    @Test("a port that is in use is said in a sentence with what would mend it")
    func portInUse() async throws {
        let first = try await Scene()
        try await first.server.application().test(.live) { client in
            let port = try #require(client.port)
            let second = try await Scene(port: port)
            let error = await #expect(throws: DeskNotServed.self) { try await second.server.run() }
            #expect(error?.description.contains("127.0.0.1:\(port)") == true)
            #expect(error?.description.contains("listen") == true)
        }
    }

    /// A value that a test changes while the server looks at it.
    private final class Box: Sendable {
        private let state: Mutex<String?>

        init(_ value: String?) {
            state = Mutex(value)
        }

        var value: String? {
            get { state.withLock { $0 } }
            set { state.withLock { $0 = newValue } }
        }
    }
}
