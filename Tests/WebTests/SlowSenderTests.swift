import Glibc
import HummingbirdTesting
import Model
import Testing

@testable import Web

@Suite("Senders that do not come to an end")
struct SlowSenderTests {
    /// What the server says to a sender, until it closes the connection; nil where it does not.
    private func answer(
        _ webhooks: Webhooks,
        to send: @escaping @Sendable (RawConnection) -> Void
    ) async throws -> String? {
        try await webhooks.application.test(.live) { client in
            let connection = try RawConnection(port: try #require(client.port))
            send(connection)
            return await connection.readToEnd()
        }
    }

    private static func head(_ framing: String) -> String {
        "POST /channels/chat HTTP/1.1\r\nHost: us\r\nX-Key: k\r\n\(framing)\r\n\r\n"
    }

    @Test(
        "a body that is not whole in time is answered with 408 and the end of the connection",
        arguments: [head("Content-Length: 20") + "only so much", head("Transfer-Encoding: chunked") + "4\r\nonly\r\n"]
    )
    func slow(request: String) async throws {
        let webhooks = try Webhooks(patience: .milliseconds(100))
        let answer = try await answer(webhooks) { $0.write(request) }
        #expect(answer?.hasPrefix("HTTP/1.1 408 ") == true)
        #expect(answer?.lowercased().contains("connection: close") == true)
        #expect(try await webhooks.kept().isEmpty)
    }

    @Test("a body that moves has longer, by what has come of it")
    func moves() async throws {
        let webhooks = try Webhooks(patience: .milliseconds(500), rate: 1)
        let answer = try await answer(webhooks) { connection in
            connection.write(Self.head("Connection: close\r\nContent-Length: 20") + "ten octets")
            usleep(1_000_000)
            connection.write(", and more")
        }
        #expect(answer?.hasPrefix("HTTP/1.1 202 ") == true)
    }

    @Test(
        "how long a body may take goes by the octets that are here",
        arguments: [(0, 10), (50_000, 11), (1 << 20, 30.97152), (36 << 20, 764.97472)]
    )
    func patience(octets: Int, seconds: Double) {
        #expect(BodyPatience().limit(after: octets) == .seconds(seconds))
    }

    @Test("a body that is too large and never ends is answered with 413 and the end of the connection")
    func endless() async throws {
        let request = Self.head("Content-Length: 100000") + String(repeating: "x", count: 5_000)
        let webhooks = try Webhooks(patience: .milliseconds(100))
        let answer = try await answer(webhooks) { $0.write(request) }
        #expect(answer?.hasPrefix("HTTP/1.1 413 ") == true)
        #expect(try await webhooks.kept().isEmpty)
    }

    @Test("a sender that goes away in the middle leaves nothing behind")
    func gone() async throws {
        let webhooks = try Webhooks()
        _ = try await answer(webhooks) { connection in
            connection.write(Self.head("Content-Length: 20") + "only so much")
            connection.finish()
        }
        #expect(try await webhooks.kept().isEmpty)
    }

    @Test("a body in pieces that is whole in time is taken")
    func pieces() async throws {
        let webhooks = try Webhooks()
        let answer = try await answer(webhooks) { connection in
            connection.write(Self.head("Connection: close\r\nTransfer-Encoding: chunked"))
            for piece in ["4\r\nonly\r\n", "3\r\n so", "\r\n", "0\r\n\r\n"] { connection.write(piece) }
        }
        #expect(answer?.hasPrefix("HTTP/1.1 202 ") == true)
        #expect(try await webhooks.kept().map(\.request.body) == [[UInt8]("only so".utf8)])
    }
}
