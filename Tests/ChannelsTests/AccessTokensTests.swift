import Channels
import Foundation
import Model
import Testing

@Suite("OAuth 2 access tokens")
struct AccessTokensTests {
    @Test("many callers at once cost one request, which says what RFC 6749 asks for")
    func shared() async throws {
        let scene = try TokenScene { _ in .token("first") }
        let tokens = try scene.tokens()
        let values = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { try await tokens.token(for: scene.account) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(values == Array(repeating: "first", count: 20))
        let form = "grant_type=refresh_token&client_id=desk%20app&refresh_token=r%2F1%3D&client_secret=s%26t&scope=mail"
        #expect(scene.forms == [form])
    }

    @Test(
        "a token is used until shortly before its end, and renewed then",
        arguments: [(3_600, 0, 1), (3_600, 3_200, 1), (3_600, 3_301, 2), (3_600, 9_000, 2), (60, 20, 1), (60, 31, 2)]
    )
    func renewed(lifetime: Int, age: Int, requests: Int) async throws {
        let scene = try TokenScene { .token("token \($0)", lifetime: lifetime) }
        let tokens = try scene.tokens()
        #expect(try await tokens.token(for: scene.account) == "token 1")
        scene.pass(age)
        #expect(try await tokens.token(for: scene.account) == "token \(requests)")
        #expect(scene.forms.count == requests)
    }

    @Test("a token that a server refused is not used again")
    func discarded() async throws {
        let scene = try TokenScene { .token("token \($0)") }
        let tokens = try scene.tokens()
        _ = try await tokens.token(for: scene.account)
        await tokens.discard(scene.account)
        #expect(try await tokens.token(for: scene.account) == "token 2")
    }

    @Test(
        "what the provider refuses is a sentence with its words, and says whether to try again",
        arguments: [
            (
                400, #"{"error":"invalid_grant","error_description":"Token has been\r\nrevoked."}"#, "been revoked.",
                false
            ),
            (401, #"{"error":"invalid_client"}"#, "invalid_client", false),
            (500, "oops", "HTTP 500", true),
            (503, #"{"error":"temporarily_unavailable"}"#, "temporarily_unavailable", true),
            (429, "{}", "HTTP 429", true),
            (200, "<html>", "no token", true),
        ]
    )
    func refused(status: Int, body: String, words: String, isTransient: Bool) async throws {
        let scene = try TokenScene { $0 == 1 ? TokenScene.Answer(status: status, body: body) : .token("second") }
        let tokens = try scene.tokens()
        let error = await #expect(throws: ChannelError.self) { try await tokens.token(for: scene.account) }
        let sentence = try #require(error?.sentence)
        #expect(sentence.contains(words) && sentence.contains("desk@shop.test"), "\(sentence)")
        #expect(sentence.split(whereSeparator: \.isNewline).count == 1)
        #expect(!sentence.contains("r/1="))
        #expect(error?.isTransient == isTransient)
        #expect(try await tokens.token(for: scene.account) == "second")
    }

    @Test("a provider that cannot be reached is tried again")
    func unreachable() async throws {
        var scene = try TokenScene { _ in .token("first") }
        scene.account.tokenEndpoint = "http://127.0.0.1:1/token"
        let tokens = try scene.tokens()
        let account = scene.account
        let error = await #expect(throws: ChannelError.self) { try await tokens.token(for: account) }
        #expect(error?.isTransient == true)
        #expect(error?.sentence.contains("127.0.0.1:1") == true, "\(error?.sentence ?? "")")
    }

    @Test("a secret is never sent in plain text over the network")
    func plainText() async throws {
        var scene = try TokenScene { _ in .token("first") }
        scene.account.tokenEndpoint = "http://tokens.test/token"
        let tokens = try scene.tokens()
        let account = scene.account
        let error = await #expect(throws: ChannelError.self) { try await tokens.token(for: account) }
        #expect(error?.isTransient == false)
    }

    @Test("a refresh token that the provider replaces is kept, and used from then on, also after a restart")
    func replaced() async throws {
        let scene = try TokenScene { .token("token \($0)", refresh: "r\($0 + 1)") }
        let tokens = try scene.tokens()
        _ = try await tokens.token(for: scene.account)
        await tokens.discard(scene.account)
        _ = try await tokens.token(for: scene.account)
        _ = try await scene.tokens().token(for: scene.account)
        let used = scene.forms.compactMap { $0.firstMatch(of: /refresh_token=([^&]*)&/)?.1 }
        #expect(used == ["r%2F1%3D", "r2", "r3"])
        #expect(scene.kept == "r4")
    }
}
