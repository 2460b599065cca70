import Chat
import Hummingbird
import HummingbirdTesting
import Logging
import Model
import Pipeline
import Storage
import StorageSQLite
import Testing

@testable import Web

@Suite("Senders that do not come to an end")
struct SlowSenderTests {
    private let store: SQLiteStore

    init() throws {
        store = try SQLiteStore.empty()
    }

    /// What such a server says to a sender, until it closes the connection; nil where it does not.
    private func answer(
        patience: Duration,
        to send: @escaping @Sendable (RawConnection) -> Void
    ) async throws -> String? {
        let router = Router(context: DeskContext.self)
        ChannelRoutes(receiver, desk: DeskSettings(), patience: patience).add(to: router)
        return try await Application(router: router).test(.live) { client in
            let connection = try RawConnection(port: try #require(client.port))
            send(connection)
            return await connection.readToEnd()
        }
    }

    private var receiver: WebhookReceiver {
        let channel = WebhookReceiver.Channel(sizeLimit: 100) { _, _ in .take(.bytes, answer: WebhookAnswer(200)) }
        return WebhookReceiver(
            channels: [InboxName("chat"): channel],
            log: DeliveryLog { [store] in try await store.accept($0, advancing: nil, at: TestClock.start) },
            accepted: {},
            now: { TestClock.start },
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        )
    }

    private static func head(_ framing: String) -> String {
        "POST /channels/chat HTTP/1.1\r\nHost: us\r\n\(framing)\r\n\r\n"
    }

    @Test(
        "a body that is not whole in time is answered with 408 and the end of the connection",
        arguments: [head("Content-Length: 20") + "only so much", head("Transfer-Encoding: chunked") + "4\r\nonly\r\n"]
    )
    func slow(request: String) async throws {
        let answer = try await answer(patience: .milliseconds(100)) { $0.write(request) }
        #expect(answer?.hasPrefix("HTTP/1.1 408 ") == true)
        #expect(answer?.lowercased().contains("connection: close") == true)
        #expect(try await store.deliveries(of: InboxName("chat"), in: nil, limit: 9).isEmpty)
    }

    @Test("a body that is too large and never ends is answered with 413 and the end of the connection")
    func endless() async throws {
        let request = Self.head("Content-Length: 100000") + String(repeating: "x", count: 500)
        let answer = try await answer(patience: .milliseconds(100)) { $0.write(request) }
        #expect(answer?.hasPrefix("HTTP/1.1 413 ") == true)
        #expect(try await store.deliveries(of: InboxName("chat"), in: nil, limit: 9).isEmpty)
    }

    @Test("a sender that goes away in the middle leaves nothing behind")
    func gone() async throws {
        _ = try await answer(patience: .seconds(5)) { connection in
            connection.write(Self.head("Content-Length: 20") + "only so much")
            connection.finish()
        }
        #expect(try await store.deliveries(of: InboxName("chat"), in: nil, limit: 9).isEmpty)
    }

    @Test("a body in pieces that is whole in time is taken")
    func pieces() async throws {
        let answer = try await answer(patience: .seconds(10)) { connection in
            connection.write(Self.head("Connection: close\r\nTransfer-Encoding: chunked"))
            for piece in ["4\r\nonly\r\n", "3\r\n so", "\r\n", "0\r\n\r\n"] { connection.write(piece) }
        }
        #expect(answer?.hasPrefix("HTTP/1.1 200 ") == true)
        let kept = try await store.delivery(Delivery.ID(rawValue: 1))
        #expect(kept?.request.body == [UInt8]("only so".utf8))
    }
}
