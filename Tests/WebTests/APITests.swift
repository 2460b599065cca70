import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Storage
import Testing

@testable import Web

@Suite("The JSON API")
struct APITests {
    /// A program with a token.
    private struct Program {
        let client: any TestClientProtocol
        let token: String

        func call(_ method: HTTPRequest.Method, _ path: String, _ body: String? = nil) async throws -> TestResponse {
            let headers: HTTPFields = [.authorization: "Bearer \(token)"]
            let buffer = body.map { ByteBuffer(string: $0) }
            return try await client.execute(uri: "/api/v1\(path)", method: method, headers: headers, body: buffer)
        }

        func read<Value: Decodable>(_ type: Value.Type, _ path: String) async throws -> Value {
            try APITests.decode(type, try await call(.get, path))
        }
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ response: TestResponse) throws -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(type, from: Data(response.body.readableBytesView))
    }

    private func run(_ scene: Scene, _ work: @Sendable @escaping (Program) async throws -> Void) async throws {
        let token = try await scene.token()
        try await scene.run { client in try await work(Program(client: client, token: token)) }
    }

    private static func approval(of draft: APIDraft, version: Int? = nil) -> String {
        let to = draft.recipients.to.map { "{\"name\":\"\($0.name ?? "")\",\"address\":\"\($0.address)\"}" }
        return """
            {"version":\(version ?? draft.version),"threadHead":"\(draft.threadHead)",
            "recipients":{"to":[\(to.joined())],"cc":[]}}
            """
    }

    @Test("without a token that is known nothing is told", arguments: [nil, "Bearer wrong", "Basic YTpi"])
    func unauthorized(_ authorization: String?) async throws {
        try await Scene().run { client in
            var headers: HTTPFields = [:]
            headers[.authorization] = authorization
            let response = try await client.execute(uri: "/api/v1/queue", method: .get, headers: headers)
            #expect(response.status == .unauthorized)
            #expect(response.headers[.wwwAuthenticate] == "Bearer")
            #expect(try Self.decode(APIError.Envelope.self, response).error.code == "unauthorized")
        }
    }

    @Test("a session's cookie opens nothing here, and a token no page")
    func kinds() async throws {
        let scene = try await Scene()
        let token = try await scene.token()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            #expect(try await browser.get("/api/v1/queue").status == .unauthorized)
            let headers: HTTPFields = [.cookie: "wavelength=\(token)"]
            #expect(try await client.execute(uri: "/queue", method: .get, headers: headers).status == .seeOther)
        }
    }

    @Test("queue, drafts, conversation and custody can be read")
    func reading() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await run(scene) { program in
            let queue = try await program.read(APIList<APIQueueEntry>.self, "/queue")
            #expect(queue.total == 1)
            #expect(queue.items.first?.reason == "Looks like bin.bigger, from “larger one”")
            #expect(try await program.read(APIList<APIDraft>.self, "/drafts").items.map(\.id) == [1])
            let conversation = try await program.read(APIConversation.self, "/conversations/1")
            #expect(conversation.messages.first?.reading?.intents.first?.intent == "bin.bigger")
            #expect(conversation.history.map(\.event).contains("taken"))
            let custody = try await program.read(APICustody.self, "/custody")
            #expect(custody.taken == 1 && custody.open == 1 && custody.answered == 0 && custody.parked == 0)
        }
    }

    @Test("a draft is changed, approved and taken back")
    func deciding() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await run(scene) { program in
            let edited = try await program.call(.patch, "/drafts/1", #"{"version":1,"text":"Better words"}"#)
            let draft = try Self.decode(APIDraft.self, edited)
            #expect(draft.version == 2)
            #expect(draft.author == "anna")
            let approved = try await program.call(.post, "/drafts/1/approve", Self.approval(of: draft))
            #expect(approved.status == .created)
            let mail = try Self.decode(APIOutgoing.self, approved)
            #expect(mail.state == "waiting")
            #expect(try await program.call(.post, "/outgoing/\(mail.id)/undo").status == .ok)
            #expect(try await program.call(.post, "/outgoing/\(mail.id)/undo").status == .conflict)
        }
    }

    @Test("a refused approval says what moved, for people and for programs")
    func refused() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await run(scene) { program in
            let draft = try await program.read(APIDraft.self, "/drafts/1")
            _ = try await program.call(.patch, "/drafts/1", #"{"version":1,"text":"Other"}"#)
            let response = try await program.call(.post, "/drafts/1/approve", Self.approval(of: draft))
            #expect(response.status == .conflict)
            let error = try Self.decode(APIError.Envelope.self, response).error
            #expect(error.code == "refused")
            #expect(error.refusals?.map(\.reason) == ["draft-changed"])
            #expect(error.refusals?.first?.version == 2)
        }
    }

    @Test("a draft is rejected, a reply begun, a conversation closed")
    func others() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await run(scene) { program in
            let rejected = try await program.call(.post, "/drafts/1/reject", #"{"version":1,"reason":"wrong"}"#)
            #expect(try Self.decode(APIDraft.self, rejected).state == "rejected")
            let reply = #"{"subject":"Re: x","text":"Hi","to":[{"address":"mara@customer.example"}]}"#
            let started = try await program.call(.post, "/messages/1/reply", reply)
            #expect(started.status == .created)
            let closed = try await program.call(.post, "/conversations/1/close", #"{"reason":"by phone"}"#)
            #expect(closed.status == .noContent)
            #expect(try await program.read(APIList<APIQueueEntry>.self, "/queue").total == 0)
        }
    }

    @Test(
        "what is not understood is said with its reason",
        arguments: [
            (.patch, "/drafts/1", "{}", 400, "`version` is missing."),
            (.patch, "/drafts/1", "nonsense", 400, "The body is not the JSON that was expected."),
            (.patch, "/drafts/1", #"{"version":1,"slots":{"nope":"x"}}"#, 400, "There is no slot `nope`."),
            (.get, "/outgoing?state=odd", nil, 400, "`state` is one of"),
            (.get, "/queue?limit=0", nil, 400, "`limit` is a number from 1 to 500."),
            (.get, "/drafts/99", nil, 404, "There is nothing at this address."),
            (.get, "/nothing", nil, 404, "There is nothing at this address."),
            (.post, "/outgoing/99/undo", nil, 404, "There is nothing at this address."),
        ] as [(HTTPRequest.Method, String, String?, Int, String)]
    )
    func unusable(method: HTTPRequest.Method, path: String, body: String?, status: Int, sentence: String) async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await run(scene) { program in
            let response = try await program.call(method, path, body)
            #expect(response.status.code == status)
            #expect(try Self.decode(APIError.Envelope.self, response).error.message.hasPrefix(sentence))
        }
    }
}
