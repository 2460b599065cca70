import Chat
import Model
import Testing

@testable import Channels

@Suite("A file whose server means no good")
struct HostileFileTests {
    @Test("is not followed to hosts that nobody allowed, nor by names that lead inside", arguments: FileProvider.all)
    func leaving(provider: FileProvider) async throws {
        let inside = try PollServer { _, _ in .file("inside") }
        defer { inside.stop() }
        let cases: [(String, AttachmentRefusal?)] = [
            (inside.url, .notHTTPS), ("https://evil.example/a", .otherHost("evil.example")),
            ("https://169.254.169.254/latest", .otherHost("169.254.169.254")), ("//evil.example/a", .notHTTPS),
            ("https://user@files.shop.example/", .notHTTPS),
            // Allowed by its name, and its address is this machine.
            ("https://localhost/a", nil),
        ]
        for (target, expected) in cases {
            let scene = try FileScene(provider.provider, hosts: ["localhost", "files.shop.example"]) { server, asked in
                asked == provider.question ? .page(provider.answer(server)) : .moved(to: target)
            }
            defer { scene.server.stop() }
            let refusal = try #require(await scene.refusal(provider.file(on: scene.server.url)))
            if let expected { #expect(refusal == expected) } else { #expect(refusal.description.contains("inside")) }
        }
        #expect(inside.requests.isEmpty)
    }

    @Test("may be on the server that stands in for the provider, and on no other of this machine")
    func standIn() async throws {
        let other = try PollServer { _, _ in .file("other") }
        let scene = try FileProvider.slack.scene { _, _ in .file("octets") }
        defer { for server in [other, scene.server] { server.stop() } }
        let here = scene.server.url
        let cases = [
            "\(other.url)/a", "\(here)@evil.example/", "\(here)0/a", "\(here).evil.example/a",
            "\(here)\\@evil.example/a",
            here.replacing("http://", with: "https://"), here.replacing("127.0.0.1", with: "localhost"),
        ]
        for url in cases {
            let file = ChatAttachment(name: "a.jpg", type: "image/jpeg", url: url)
            #expect(await scene.refusal(file) == .notHTTPS)
        }
        #expect(other.requests.isEmpty && scene.server.requests.isEmpty)
    }

    @Test("never brings the token into what is told of it", arguments: FileProvider.all)
    func secrecy(provider: FileProvider) async throws {
        let token = FileScene.token
        let said = #"""
            {"ok":false,"error":{"code":190,"message":"bad \#(token)"},"error_code":401,"description":"bad \#(token)"}
            """#
        let acts: [PollServer.Act] = [
            .answer(401, said), .answer(403, said), .answer(400, said), .answer(500, token), .answer(404, token),
            .page(said), .page("{}"), .page(token), .close, .breakOff(token), .moved(to: "http://\(token)/"),
            .moved(to: "https://x.example/?\(token)"), .answer(200, "", fields: "\(token)\r\n"),
        ]
        for act in acts {
            for isFirst in [true, false] {
                let scene = try FileScene(provider.provider) { server, asked in
                    asked == provider.question && !isFirst ? .page(provider.answer(server)) : act
                }
                defer { scene.server.stop() }
                let refusal = await scene.refusal(provider.file(on: scene.server.url))
                let words = refusal.map { "\($0) \(String(reflecting: $0))" } ?? ""
                #expect(!words.contains("s3cr3t"))
            }
        }
    }

    @Test("is not waited for longer than its time, wherever on the way", arguments: FileProvider.all)
    func slow(provider: FileProvider) async throws {
        let scene = try provider.scene(time: .milliseconds(300)) { _, _ in .keepSilent }
        defer { scene.server.stop() }
        let refusal = try #require(await scene.refusal(provider.file(on: scene.server.url)))
        #expect(refusal.isTransient)
        let mute = try FileScene(provider.provider, time: .milliseconds(300)) { _, _ in .keepSilent }
        defer { mute.server.stop() }
        #expect(await mute.refusal(provider.file(on: mute.server.url))?.isTransient == true)
    }

    @Test(
        "is told of by what somebody can do",
        arguments: [
            (401, false, "does not accept the token"), (403, false, "does not accept the token"),
            (410, false, "any more"), (418, false, "answered HTTP 418"), (429, true, "now"), (503, true, "now"),
        ]
    )
    func answers(status: Int, isTransient: Bool, words: String) async throws {
        let scene = try FileProvider.twilio.scene { _, _ in .answer(status, "") }
        defer { scene.server.stop() }
        let refusal = try #require(await scene.refusal(FileProvider.twilio.file(on: scene.server.url)))
        #expect(refusal.isTransient == isTransient)
        #expect(refusal.description.contains(words))
    }

    @Test("is not asked for at all without the token", arguments: FileProvider.all)
    func missing(provider: FileProvider) async throws {
        let scene = try provider.scene(environment: [:]) { _, _ in .file("octets") }
        defer { scene.server.stop() }
        let refusal = try #require(await scene.refusal(provider.file(on: scene.server.url)))
        #expect(refusal.description.contains("TOKEN"))
        #expect(scene.server.requests.isEmpty)
    }
}
