import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Storage
import Testing

@testable import Web

@Suite("Saying at the desk what a message is about")
struct CorrectionTests {
    private let path = "/conversations/1"

    private static var unclear: Letter {
        var letter = Letter()
        letter.intents = [("order.where", 1.2), ("refund.status", 1.0)].map {
            ScoredIntent(intent: $0, score: $1, confidence: 0.3, evidence: [])
        }
        letter.isUnclear = true
        return letter
    }

    @Test("where nothing is clear the nearest are a click away, and a click drafts anew")
    func oneClick() async throws {
        let scene = try await Scene()
        try await scene.receive(Self.unclear)
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let page = try await browser.page(path)
            #expect(page.contains("name=\"intent\" value=\"order.where\""))
            #expect(page.contains("Where is my money?"))
            let form = [
                "token": try await browser.draftForm(path)["token"] ?? "", "intent": "refund.status", "at": "0",
            ]
            let response = try await browser.post("/messages/1/intent", form)
            #expect(response.headers[.location] == "/conversations/1?at=0&done=corrected")
            let after = try await browser.page("/conversations/1?at=0&done=corrected")
            #expect(after.contains("About refund.status."))
            #expect(after.contains("said by <bdi>anna</bdi>"))
            #expect(after.contains("drafted anew"))
        }
        #expect(try await scene.store.newestCorrection()?.intents == ["refund.status"])
    }

    @Test("two matters in one message are said together; a name that is none is refused")
    func two() async throws {
        let scene = try await Scene()
        try await scene.receive(Self.unclear)
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let token = try await browser.draftForm(path)["token"] ?? ""
            let wrong = try await browser.post("/messages/1/intent", ["token": token, "intent": "order.were"])
            #expect(wrong.status == .badRequest)
            let form = ["token": token, "intent": "order.where", "second": "refund.status"]
            #expect(try await browser.post("/messages/1/intent", form).status == .seeOther)
            let foreign = try await browser.post("/messages/1/intent", ["token": "x", "intent": "order.where"])
            #expect(foreign.status == .forbidden)
        }
        #expect(try await scene.store.newestCorrection()?.intents == ["order.where", "refund.status"])
    }

    @Test("what was read stands beside the draft: asks, circumstances, facts, and how it stands")
    func understood() async throws {
        let scene = try await Scene()
        var letter = Letter()
        letter.change = { reading in
            let span = TextSpan(text: "Can we have a larger one?", start: 23, end: 48)
            reading.asks = [Ask(.question, span)]
            reading.circumstances = [NamedCircumstance(.family, TextSpan(text: "The small bin", start: 0, end: 13))]
            reading.facts = [Fact(.orderID, TextSpan(text: "4711", start: 0, end: 4), value: "4711")]
            reading.signals = Signals(sentiment: -2, urgency: 2, distress: true)
        }
        try await scene.receive(letter)
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page(path)
            for words in [
                "Can we have a larger one?</span>", "<small>family</small>", "<bdi>4711</bdi>", "very unhappy",
                "in distress: see to this first", "urgent",
            ] {
                #expect(page.contains(words), "\(words)")
            }
        }
    }

    @Test("the API lists the intents, corrects, and says what became of the draft")
    func api() async throws {
        let scene = try await Scene()
        try await scene.receive(Self.unclear)
        let token = try await scene.token()
        try await scene.run { client in
            let headers: HTTPFields = [.authorization: "Bearer \(token)"]
            let listed = try await client.execute(uri: "/api/v1/intents", method: .get, headers: headers)
            let list = try JSONDecoder().decode(APIList<APIIntent>.self, from: Data(listed.body.readableBytesView))
            #expect(list.items.map(\.id) == ["order.where", "refund.status"])
            func correct(_ body: String) async throws -> TestResponse {
                let buffer = ByteBuffer(string: body)
                return try await client.execute(
                    uri: "/api/v1/messages/1/intents",
                    method: .post,
                    headers: headers,
                    body: buffer
                )
            }
            #expect(try await correct("{\"intents\":[]}").status == .badRequest)
            let unknown = try await correct("{\"intents\":[\"order.were\"]}")
            #expect(String(buffer: unknown.body).contains("There is no intent `order.were`"))
            let done = try await correct("{\"intents\":[\"order.where\"]}")
            #expect(done.status == .ok)
            #expect(String(buffer: done.body).contains("\"redrafted\":true"))
        }
    }
}
