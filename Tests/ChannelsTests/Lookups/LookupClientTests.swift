import Foundation
import Model
import Testing

@testable import Channels

@Suite("Lookups over HTTP")
struct LookupClientTests {
    private static let order = #"{"eta": "2026-03-06", "carrier": "DHL"}"#
    private static let arrives = CalendarDay("2026-03-06").map(FactValue.day)

    @Test("an order's facts are found, and the address and secret are sent as configured")
    func found() async throws {
        let token = Lookup.HeaderField(name: "Authorization", value: .secret(before: "Bearer ", .environment("TOKEN")))
        let scene = try LookupScene(fields: [token], environment: ["TOKEN": "s3cret"]) { _ in
            ShopServer.response(200, Self.order)
        }
        let answers = await scene.ask("10/482")
        #expect(answers.facts == ["lookup.order.arrives": Self.arrives, "lookup.order.carrier": .text("DHL")])
        #expect(answers.failures.isEmpty)
        let request = try #require(scene.shop.requests.first)
        #expect(request.hasPrefix("GET /api/orders/10%2F482 HTTP/1.1\r\n"))
        #expect(request.contains("Authorization: Bearer s3cret\r\n"))
        await scene.end()
    }

    @Test(
        "an answer that gives nothing says why",
        arguments: [
            (404, "{}", LookupFailure.missing), (410, "", .missing), (200, "", .missing), (204, "", .missing),
            (500, "{}", .slow), (503, "", .slow), (429, "", .slow), (401, "{}", .wrong), (302, "", .wrong),
            (200, "<html>", .wrong), (200, #"{"carrier": "DHL"}"#, .wrong), (200, #"{"eta": "soon"}"#, .wrong),
            (200, "[]", .wrong),
        ]
    )
    func failed(status: Int, body: String, failure: LookupFailure) async throws {
        let scene = try LookupScene { _ in
            ShopServer.response(status, body, fields: "Location: http://127.0.0.1:1/\r\n")
        }
        #expect(await scene.ask() == LookupAnswers(failures: ["order": failure]))
        await scene.end()
    }

    @Test("an answer without end is not waited for, nor one that never begins")
    func limits() async throws {
        let huge = try LookupScene { _ in "HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n" }
        #expect(await huge.ask().failures == ["order": .wrong])
        await huge.end()
        let silent = try LookupScene(timeLimit: 0.2) { _ in nil }
        #expect(await silent.ask().failures == ["order": .slow])
        await silent.end()
    }

    @Test("nothing is asked that no reply needs, or that the message does not give")
    func unneeded() async throws {
        let scene = try LookupScene { _ in ShopServer.response(200, Self.order) }
        #expect(await scene.ask(needed: []) == LookupAnswers())
        #expect(await scene.ask("..") == LookupAnswers())
        #expect(scene.shop.requests.isEmpty)
        await scene.end()
    }

    @Test("an answer is kept for its time, and a missing one shortly")
    func kept() async throws {
        let scene = try LookupScene { count in
            count == 1 ? ShopServer.response(404) : ShopServer.response(200, Self.order)
        }
        #expect(await scene.ask().failures == ["order": .missing])
        #expect(await scene.ask().failures == ["order": .missing])
        #expect(scene.shop.requests.count == 1)
        scene.clock.pass(16)
        #expect(await scene.ask().facts["lookup.order.arrives"] == Self.arrives)
        scene.clock.pass(299)
        #expect(await scene.ask().facts["lookup.order.arrives"] == Self.arrives)
        #expect(scene.shop.requests.count == 2)
        scene.clock.pass(2)
        _ = await scene.ask()
        #expect(scene.shop.requests.count == 3)
        await scene.end()
    }

    @Test("the same question at once is asked once")
    func together() async throws {
        let scene = try LookupScene { _ in ShopServer.response(200, Self.order) }
        await withTaskGroup(of: LookupAnswers.self) { group in
            for _ in 0..<20 { group.addTask { await scene.ask() } }
            for await answers in group { #expect(answers.facts["lookup.order.arrives"] == Self.arrives) }
        }
        #expect(scene.shop.requests.count == 1)
        await scene.end()
    }

    @Test("a system that is down rests after three failures, and is tried again half a minute later")
    func rests() async throws {
        let scene = try LookupScene { count in
            count <= 3 ? ShopServer.response(503) : ShopServer.response(200, Self.order)
        }
        for order in 1...5 { #expect(await scene.ask(String(order)).failures == ["order": .slow]) }
        #expect(scene.shop.requests.count == 3)
        #expect(await scene.client.resting == ["order"])
        scene.clock.pass(31)
        #expect(await scene.ask("6").facts["lookup.order.arrives"] == Self.arrives)
        #expect(await scene.client.resting.isEmpty)
        await scene.end()
    }
}
