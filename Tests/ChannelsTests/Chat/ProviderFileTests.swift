import Chat
import Model
import Testing

@testable import Channels

@Suite("A file that a provider keeps")
struct ProviderFileTests {
    private static let photo = ChatAttachment(name: "bin.jpg", type: "image/jpeg", reference: "262")

    @Test("is asked for in the provider's own way, with the token", arguments: FileProvider.all)
    func found(provider: FileProvider) async throws {
        let scene = try provider.scene { _, _ in .file("octets") }
        defer { scene.server.stop() }
        #expect(try await scene.fetch(provider.file(on: scene.server.url)) == "octets")
        #expect(scene.server.targets == [provider.question, provider.target].compactMap(\.self))
        #expect(Set(scene.authorizations) == [provider.authorization])
        #expect(scene.server.requests.last?.contains("User-Agent: wavelength") == true)
    }

    @Test(
        "of WhatsApp is the one that Meta has, by SHA-256, size and type",
        arguments: [
            (FileProvider.digest, "6", "image/jpeg", true),
            ("7KVOvSjaYgTEIQS9ZuZdijOjSvQpWkc+9bJYNnml4uE=", "\"6\"", "image/jpeg", true),
            // The digest tells more than a name of the type.
            (FileProvider.digest, "6", "audio/mpeg", true), (nil, "6", "image/jpeg", true),
            (nil, "6", "audio/mpeg", false), (nil, "7", "image/jpeg", false),
            (FileProvider.digest, "7", "image/jpeg", false),
            (String(repeating: "0a", count: 32), "6", "image/jpeg", false),
        ] as [(String?, String, String, Bool)]
    )
    func stated(sha256: String?, size: String, type: String, isTaken: Bool) async throws {
        let scene = try FileScene(FileProvider.whatsApp.provider) { server, target in
            target.hasPrefix("/v21.0/")
                ? .page(FileProvider.media(server, sha256: sha256, size: size, type: type)) : .file("octets")
        }
        defer { scene.server.stop() }
        let refusal = await scene.refusal(Self.photo)
        #expect(isTaken ? refusal == nil : refusal?.kind == "altered")
    }

    @Test("of WhatsApp that has run out says that it does, whoever tells of it")
    func expired() async throws {
        let unknown = #"{"error":{"code":100,"error_subcode":33,"message":"Object with ID '262' does not exist"}}"#
        let byNumber = try FileScene(FileProvider.whatsApp.provider) { _, _ in .answer(400, unknown) }
        let byHost = try FileProvider.whatsApp.scene { _, _ in .answer(404, "") }
        for scene in [byNumber, byHost] {
            defer { scene.server.stop() }
            let refusal = try #require(await scene.refusal(Self.photo))
            #expect(refusal.kind == "gone")
            #expect(refusal.description.contains("some days only: ask the customer to send it again"))
        }
    }

    @Test(
        "of Telegram over 20 MB is not to be had, and its path is never more than a path",
        arguments: [
            ("Bad Request: file is too big", AttachmentRefusal.tooLarge(20 << 20)),
            (
                "Bad Request: wrong file_id",
                .gone(
                    "Telegram does not give the file (Bad Request: wrong file_id). Ask the customer to send it again."
                )
            ),
        ]
    )
    func telegram(said: String, expected: AttachmentRefusal) async throws {
        let refused = #"{"ok":false,"error_code":400,"description":"\#(said)"}"#
        let scene = try FileScene(FileProvider.telegram.provider) { _, _ in .answer(400, refused) }
        defer { scene.server.stop() }
        #expect(await scene.refusal(Self.photo) == expected)
    }

    @Test(
        "of Telegram is never looked for above the bot's folder",
        arguments: ["../x", "a//b", "/var/lib/x", "a/./b", ""]
    )
    func path(path: String) async throws {
        let scene = try FileScene(FileProvider.telegram.provider) { _, _ in
            .page(#"{"ok":true,"result":{"file_id":"262","file_path":"\#(path)"}}"#)
        }
        defer { scene.server.stop() }
        #expect(await scene.refusal(Self.photo)?.kind == "failed")
        #expect(scene.server.requests.count == 1)
    }

    @Test("that is too large is not taken, whoever says so")
    func large() async throws {
        let told = try FileScene(FileProvider.whatsApp.provider) { server, _ in
            .page(FileProvider.media(server, size: "1001"))
        }
        let sent = try FileProvider.twilio.scene { _, _ in .file(String(repeating: "x", count: 1_001)) }
        defer { for scene in [told, sent] { scene.server.stop() } }
        #expect(await told.refusal(Self.photo) == .tooLarge(1_000))
        #expect(told.server.requests.count == 1)
        #expect(await sent.refusal(FileProvider.twilio.file(on: sent.server.url)) == .tooLarge(1_000))
        let known = ChatAttachment(name: "a", type: "image/jpeg", size: 2_000, url: "\(sent.server.url)/a")
        #expect(await sent.refusal(known) == .tooLarge(1_000))
        #expect(sent.server.requests.count == 1)
    }

    @Test(
        "behind a page for people is not there, and a page that somebody sent is",
        arguments: [
            ("image/jpeg", "text/html; charset=utf-8", nil, false), ("image/jpeg", nil, nil, false),
            ("text/html", "text/html", nil, true), ("text/html", "text/html", 31, true),
            ("text/html", "text/html", 4_000, false), ("text/plain", "text/plain", nil, true),
        ] as [(String, String?, Int?, Bool)]
    )
    func page(type: String, field: String?, size: Int?, isFile: Bool) async throws {
        let page = "<!DOCTYPE html><title>S</title>"
        let scene = try FileScene(FileProvider.slack.provider, limit: 5_000) { _, _ in
            .answer(200, page, fields: field.map { "Content-Type: \($0)\r\n" } ?? "")
        }
        defer { scene.server.stop() }
        let file = ChatAttachment(name: "a", type: type, size: size, url: "\(scene.server.url)/a")
        let refusal = await scene.refusal(file)
        #expect(isFile ? refusal == nil : refusal?.kind == "page")
        #expect(refusal?.description.contains("files:read") != false)
    }
}
