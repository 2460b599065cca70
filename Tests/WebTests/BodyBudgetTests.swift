import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

@Suite("Many bodies at once")
struct BodyBudgetTests {
    private static let limits = BodyBudget.Limits(octets: 4_000, small: 200, reserve: 1_000, bodies: 20)

    @Test("large bodies leave some room alone, which small ones may use up")
    func rooms() {
        let budget = BodyBudget(Self.limits)
        #expect(budget.grow(from: 0, to: 3_000))
        #expect(!budget.grow(from: 3_000, to: 3_001))
        #expect(!budget.grow(from: 0, to: 201))
        for _ in 1...5 { #expect(budget.grow(from: 0, to: 200)) }
        #expect(!budget.grow(from: 0, to: 1))
        budget.release(200)
        #expect(budget.grow(from: 0, to: 200))
        #expect(budget.octets == 4_000)
    }

    @Test("only so many are begun, until one ends and gives back what it was charged")
    func number() {
        let budget = BodyBudget(Self.limits)
        for _ in 1...20 { #expect(budget.begin()) }
        #expect(!budget.begin())
        #expect(budget.grow(from: 0, to: 500))
        budget.end(charged: 500)
        #expect(budget.octets == 0)
        #expect(budget.begin())
    }

    @Test("slow senders of large bodies are held within the budget: another gets 503 and a time, a small one gets in")
    func crowded() async throws {
        let webhooks = try Webhooks(patience: .seconds(120), budget: Self.limits)
        try await webhooks.application.test(.live) { client in
            let port = try #require(client.port)
            var slow: [RawConnection] = []
            while webhooks.budget.octets < 2_200 {
                let before = webhooks.budget.octets
                let connection = try RawConnection(port: port)
                connection.write(Self.head(length: 900) + String(repeating: "x", count: 800))
                slow.append(connection)
                try await eventually("it is charged", that: { webhooks.budget.octets > before })
            }
            for (key, octets, status) in [("large", 900, 503), ("small", 100, 202)] {
                let body = ByteBuffer(repeating: 65, count: octets)
                let answer = try await client.execute(
                    uri: "/channels/chat",
                    method: .post,
                    headers: Webhooks.key(key),
                    body: body
                )
                #expect(answer.status.code == status, "\(key)")
                #expect(answer.headers[.retryAfter] == (status == 503 ? "30" : nil))
                #expect(webhooks.budget.octets <= Self.limits.octets)
            }
            slow = []
            try await eventually("everything is given back", that: { webhooks.budget.octets == 0 })
            let body = ByteBuffer(repeating: 65, count: 900)
            let answer = try await client.execute(
                uri: "/channels/chat",
                method: .post,
                headers: Webhooks.key("later"),
                body: body
            )
            #expect(answer.status.code == 202)
        }
        #expect(try await webhooks.kept().count == 2)
    }

    @Test("one more than may be under way is answered with 503 before it has sent anything")
    func tooMany() async throws {
        let webhooks = try Webhooks(
            patience: .seconds(120),
            budget: BodyBudget.Limits(octets: 4_000, small: 200, reserve: 1_000, bodies: 1)
        )
        try await webhooks.application.test(.live) { client in
            let port = try #require(client.port)
            let first = try RawConnection(port: port)
            first.write(Self.head(length: 900) + "x")
            try await eventually("it is charged", that: { webhooks.budget.octets > 0 })
            let second = try RawConnection(port: port)
            second.write(Self.head(length: 900))
            #expect(await second.readToEnd()?.hasPrefix("HTTP/1.1 503 ") == true)
            withExtendedLifetime(first) {}
        }
    }

    @Test("what stays in no memory is not charged: an oversized body to its end, and every body once it is answered")
    func released() async throws {
        let webhooks = try Webhooks(patience: .seconds(120), budget: Self.limits)
        try await webhooks.application.test(.live) { client in
            for octets in [Webhooks.limit + 1, 10 * Webhooks.limit, 100, 0] {
                let body = ByteBuffer(repeating: 65, count: octets)
                _ = try await client.execute(
                    uri: "/channels/chat",
                    method: .post,
                    headers: Webhooks.key("k"),
                    body: body
                )
                #expect(webhooks.budget.octets == 0)
            }
        }
    }

    @Test("a body that is not asked for, as it is too large, is not charged, and takes the place of no other")
    func heldBack() async throws {
        let webhooks = try Webhooks(budget: BodyBudget.Limits(octets: 4_000, small: 200, reserve: 1_000, bodies: 0))
        try await webhooks.application.test(.live) { client in
            let connection = try RawConnection(port: try #require(client.port))
            connection.write(Self.head(length: Webhooks.limit + 1, "Expect: 100-continue\r\n"))
            #expect(await connection.readToEnd()?.hasPrefix("HTTP/1.1 413 ") == true)
        }
    }

    private static func head(length: Int, _ field: String = "") -> String {
        "POST /channels/chat HTTP/1.1\r\nHost: us\r\nX-Key: k\r\nContent-Length: \(length)\r\n\(field)\r\n"
    }
}
