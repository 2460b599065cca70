import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Storage
import Testing

@testable import Web

@Suite("One customer with several addresses")
struct CustomersTests {
    private func token(_ browser: Browser, _ path: String) async throws -> String {
        try #require(try await browser.draftForm(path)["token"])
    }

    @Test(
        "an agent merges by a conversation's number or an address, sees the other conversations, and separates again",
        arguments: ["2", "#2", "mara@customer.example", "Mara@Customer.example"]
    )
    func merge(other: String) async throws {
        let scene = try await Scene()
        try await scene.hear(Said(text: "where is it"))
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let before = try await browser.page("/conversations/1")
            #expect(!before.contains("Other conversations with this customer") && !before.contains("Also known as"))
            let token = try await token(browser, "/conversations/1")
            let answer = try await browser.post("/conversations/1/merge", ["token": token, "other": other])
            #expect(answer.headers[.location] == "/conversations/1?at=0&done=merged")
            let page = try await browser.page("/conversations/1")
            #expect(page.contains("Other conversations with this customer"))
            #expect(page.contains("<a href=\"/conversations/2\" dir=\"auto\">Bigger recycling bin</a>"))
            #expect(page.contains("mara@customer.example</bdi> <span class=\"soft\">merged by anna, Sun 22 Nov, 09:50"))
            let there = try await browser.page("/conversations/2")
            #expect(there.contains("4917012345 in WhatsApp (shop)"))
            let fields = ["token": token, "address": "mara@customer.example"]
            let apart = try await browser.post("/conversations/1/separate", fields)
            #expect(apart.headers[.location] == "/conversations/1?at=0&done=separated")
            #expect(try await !browser.page("/conversations/1").contains("Other conversations with this customer"))
        }
    }

    @Test(
        "who never wrote, the same address and nobody at all are refused on the page",
        arguments: [
            ("nobody@customer.example", "There is no customer “nobody@customer.example”"),
            ("99", "There is no customer of conversation 99"), ("1", "is one customer already"),
            ("", "Say who it is."),
        ]
    )
    func refused(other: String, words: String) async throws {
        let scene = try await Scene()
        try await scene.hear(Said(text: "where is it"))
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let token = try await token(browser, "/conversations/1")
            let answer = try await browser.post("/conversations/1/merge", ["token": token, "other": other])
            #expect(answer.status == .conflict)
            #expect(String(buffer: answer.body).contains(words))
        }
    }

    @Test("the same name never merges; the channel's word does, and the page says whose word it is")
    func vouched() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.hear(Said(text: "where is it"))
        try await scene.hear(Said(text: "and now", number: 2, person: "49160", vouched: "mara@customer.example"))
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            #expect(try await !browser.page("/conversations/2").contains("Other conversations"))
            let page = try await browser.page("/conversations/3")
            #expect(page.contains("shop vouches for it, Sun 22 Nov, 09:50"))
            #expect(page.contains("<a href=\"/conversations/1\" dir=\"auto\">Bigger recycling bin</a>"))
        }
    }

    @Test("the API merges, lists and separates")
    func api() async throws {
        let scene = try await Scene()
        try await scene.hear(Said(text: "where is it"))
        try await scene.receive()
        let headers: HTTPFields = [.authorization: "Bearer \(try await scene.token())"]
        try await scene.run { client in
            let post = { (path: String, body: String) in
                try await client.execute(
                    uri: "/api/v1/conversations/1/\(path)",
                    method: .post,
                    headers: headers,
                    body: ByteBuffer(string: body)
                )
            }
            let merged = try await post("merge", #"{"conversation": 2}"#)
            #expect(merged.status == .ok)
            let answer = String(buffer: merged.body)
            #expect(answer.contains(#""addresses":["chat:shop/4917012345","mara@customer.example"]"#))
            #expect(answer.contains(#""ground":"merged""#) && answer.contains(#""subject":"Bigger recycling bin""#))
            #expect(try await post("merge", "{}").status == .badRequest)
            #expect(try await post("merge", #"{"address": "x@y.example"}"#).status == .notFound)
            let apart = try await post("separate", #"{"address": "mara@customer.example"}"#)
            #expect(String(buffer: apart.body).contains(#""addresses":["chat:shop/4917012345"]"#))
            #expect(try await post("separate", #"{"address": "mara@customer.example"}"#).status == .notFound)
        }
    }
}
