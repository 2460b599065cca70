import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Pipeline
import Storage
import Testing

@testable import Web

@Suite("What a reply commits us to, in the JSON API")
struct APICommitmentTests {
    private func call(
        _ client: any TestClientProtocol,
        _ token: String,
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String? = nil
    ) async throws -> TestResponse {
        try await client.execute(
            uri: "/api/v1\(path)",
            method: method,
            headers: [.authorization: "Bearer \(token)"],
            body: body.map { ByteBuffer(string: $0) }
        )
    }

    private func read<Value: Decodable>(_ type: Value.Type, _ response: TestResponse) throws -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(type, from: Data(response.body.readableBytesView))
    }

    private static func approval(_ draft: APIDraft) -> String {
        """
        {"version":\(draft.version),"threadHead":"\(draft.threadHead)",
        "recipients":{"to":[{"name":"Mara Osei","address":"mara@customer.example"}],"cc":[]}}
        """
    }

    @Test("a draft tells what it answers, what is found in it, and what keeps it from being released")
    func draft() async throws {
        let scene = try await Scene()
        var letter = Letter()
        letter.draft?.text = "It comes soon."
        letter.draft?.promise = nil
        letter.draft?.recovery = [.complaint]
        try await scene.receive(letter)
        let token = try await scene.token()
        try await scene.run { client in
            let draft = try read(APIDraft.self, try await call(client, token, .get, "/drafts/1"))
            #expect(draft.matters == ["bin.bigger"])
            #expect(draft.recovery == ["complaint"])
            #expect(draft.occasion.kind == "message")
            #expect(draft.promise == nil)
            #expect(draft.score == 90)
            #expect(draft.findings?.map(\.check) == ["no_time"])
            #expect(draft.findings?.first?.text == "soon")
            #expect(draft.limits == [] && draft.offers == [])
            #expect(draft.suggestedDays == ["bin.bigger": "2026-11-24"])
            #expect(draft.obstacles?.map(\.reason) == ["promise-undecided", "blocked"])
            let refused = try await call(client, token, .post, "/drafts/1/approve", Self.approval(draft))
            #expect(refused.status == .conflict)
            let error = try read(APIError.Envelope.self, refused).error
            #expect(error.refusals?.map(\.reason) == ["promise-undecided", "blocked"])
            #expect(error.refusals?.last?.findings?.first?.check == "no_time")
        }
    }

    @Test("a promise is made, released, listed and done")
    func promise() async throws {
        let scene = try await Scene()
        try await scene.receive()
        let token = try await scene.token()
        try await scene.run { client in
            let edit = #"{"version":1,"promise":[{"what":"The bin comes","by":"2026-11-27","owner":"ben"}]}"#
            let draft = try read(APIDraft.self, try await call(client, token, .patch, "/drafts/1", edit))
            let terms = APITerms(what: "The bin comes", by: "2026-11-27", owner: "ben", matter: "bin.bigger")
            #expect(draft.promise == .made([terms]))
            #expect(draft.promised?.first?.dueText == "Fri 27 Nov 2026, 17:00")
            #expect(try await call(client, token, .post, "/drafts/1/approve", Self.approval(draft)).status == .created)
            let open = try read(APIPromiseList.self, try await call(client, token, .get, "/promises"))
            #expect(open.items.map(\.owner) == ["ben"] && open.items.map(\.state) == ["open"])
            let record = try read(APIConversation.self, try await call(client, token, .get, "/conversations/1"))
            #expect(record.promises == open.items)
            let done = try read(APIPromiseDone.self, try await call(client, token, .post, "/promises/1/done"))
            #expect(done.promise.state == "beaten")
            #expect(done.news?.occasion.kind == "promise-early")
            let list = try read(APIPromiseList.self, try await call(client, token, .get, "/promises"))
            #expect(list.items.isEmpty && list.tallies.map(\.beaten) == [1])
            let late = try await call(client, token, .post, "/promises/1/withdraw", #"{"reason":"moved"}"#)
            #expect(late.status == .conflict)
        }
    }

    @Test("that nothing is promised is said in a word")
    func noPromise() async throws {
        let scene = try await Scene()
        var letter = Letter()
        letter.draft?.promise = nil
        try await scene.receive(letter)
        let token = try await scene.token()
        try await scene.run { client in
            let edited = try await call(client, token, .patch, "/drafts/1", #"{"version":1,"promise":"none"}"#)
            let draft = try read(APIDraft.self, edited)
            #expect(draft.promise == APIPromises.none && draft.obstacles == [])
        }
    }

    @Test("a senior is asked, and the form of address kept")
    func others() async throws {
        let scene = try await Scene()
        var letter = Letter()
        letter.intents[0].intent = "order.where"
        try await scene.receive(letter)
        let token = try await scene.token()
        try await scene.run { client in
            let question = #"{"version":1,"question":"May we?"}"#
            let asked = try read(APIDraft.self, try await call(client, token, .post, "/drafts/1/ask", question))
            #expect(asked.askedBy == "anna")
            #expect(asked.question == APIReview.Question(by: "anna", text: "May we?"))
            let wanted = #"{"formality":"informal"}"#
            let kept = try await call(client, token, .post, "/conversations/1/formality", wanted)
            #expect(try read(APIAddressed.self, kept).redrafted)
        }
    }

    @Test(
        "what is not understood is said with its reason",
        arguments: [
            ("/drafts/1", #"{"version":1,"promise":"all"}"#, "The body is not the JSON that was expected."),
            ("/drafts/1", #"{"version":1,"promise":[]}"#, "`promise` is empty"),
            ("/drafts/1", #"{"version":1,"promise":[{"what":"x","by":"Friday"}]}"#, "`promise.by` is a day"),
            ("/drafts/1", #"{"version":1,"promise":[{"what":"","by":"2026-11-27"}]}"#, "`promise.what` is empty."),
            ("/drafts/1/ask", #"{"version":1,"question":""}"#, "`question` is empty."),
            ("/promises/1/withdraw", #"{"reason":""}"#, "`reason` is empty."),
            ("/conversations/1/formality", #"{"formality":"chummy"}"#, "`formality` is `formal` or `informal`."),
        ]
    )
    func unusable(_ path: String, _ body: String, _ sentence: String) async throws {
        let scene = try await Scene()
        try await scene.receive()
        let token = try await scene.token()
        try await scene.run { client in
            let response = try await call(client, token, path == "/drafts/1" ? .patch : .post, path, body)
            #expect(response.status == .badRequest)
            #expect(try read(APIError.Envelope.self, response).error.message.hasPrefix(sentence))
        }
    }
}
