import Chat
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Storage
import Synchronization
import Testing

@testable import Web

@Suite("Files of a chat at the desk")
struct ChatFilesTests {
    private let path = "/conversations/1"

    @Test("files are listed with name, type and size, and nothing of them is fetched")
    func files() async throws {
        let scene = try await Scene()
        let file = ChatAttachment(name: "bin.jpg", type: "image/jpeg", size: 2_048, url: "http://10.0.0.1/bin.jpg")
        try await scene.hear(Said(text: "look", attachments: [file]))
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page(path)
            #expect(page.contains("<bdi>bin.jpg</bdi> <span class=\"soft\">image/jpeg, 2 KB</span>"))
            #expect(!page.contains("10.0.0.1"))
        }
    }

    @Test("a file is fetched only when somebody asks, handed on as a download, and what is refused says why")
    func fetching() async throws {
        let scene = try await Scene(fetch: { attachment, channel in
            guard attachment.name == "bin (1).jpg", channel == Scene.chat.name else {
                throw AttachmentRefusal.otherHost("evil.example")
            }
            return Array("octets".utf8)
        })
        let files = ["bin (1).jpg", "b.jpg"].map {
            ChatAttachment(name: $0, type: "image/jpeg", url: "https://x.example/a")
        }
        let filed = try await scene.hear(Said(text: "look", attachments: files))
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let token = ["token": try #require(try await browser.draftForm(path)["token"])]
            let got = try await browser.post("/messages/\(filed.message)/files/0", token)
            #expect(String(buffer: got.body) == "octets")
            #expect(got.headers[.contentDisposition] == "attachment; filename=\"file-bin__1_.jpg\"")
            let refused = try await browser.post("/messages/\(filed.message)/files/1", token)
            #expect(refused.status == .conflict)
            #expect(String(buffer: refused.body).contains("Nothing is fetched from evil.example"))
            #expect(try await browser.post("/messages/\(filed.message)/files/2", token).status == .notFound)
            #expect(try await browser.post("/messages/\(filed.message)/files/0", ["token": "0"]).status == .forbidden)
        }
    }

    @Test("the API hands out the same files by the same rules, and says whether to try again")
    func fetchingByAPI() async throws {
        let scene = try await Scene(fetch: { attachment, _ in
            switch attachment.name {
            case "a.jpg": return Array("octets".utf8)
            case "b.jpg": throw AttachmentRefusal.unreached("the host is busy.")
            default: throw AttachmentRefusal.gone("WhatsApp keeps files for some days only.")
            }
        })
        let files = ["a.jpg", "b.jpg", "c.jpg"].map { ChatAttachment(name: $0, type: "image/jpeg", reference: $0) }
        let filed = try await scene.hear(Said(text: "look", attachments: files))
        let headers: HTTPFields = [.authorization: "Bearer \(try await scene.token())"]
        try await scene.run { client in
            let get = { (number: Int, headers: HTTPFields) in
                let uri = "/api/v1/messages/\(filed.message)/files/\(number)"
                return try await client.execute(uri: uri, method: .get, headers: headers)
            }
            let file = try await get(0, headers)
            #expect(file.status == .ok && String(buffer: file.body) == "octets")
            #expect(file.headers[.contentType] == "application/octet-stream")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"file-a.jpg\"")
            #expect(file.headers[.cacheControl] == "no-store")
            let busy = try await get(1, headers)
            #expect(busy.status == .serviceUnavailable && String(buffer: busy.body).contains("not-fetched"))
            let gone = try await get(2, headers)
            #expect(gone.status == .conflict && String(buffer: gone.body).contains("some days only"))
            #expect(try await get(3, headers).status == .notFound)
            #expect(try await get(0, [:]).status == .unauthorized)
        }
    }

    /// Holds back whoever comes, until it is opened.
    private final class Gate: Sendable {
        private let held = Mutex<[CheckedContinuation<Void, Never>]?>([])

        private let arrivals = AsyncStream.makeStream(of: Void.self)

        func waitFor(_ count: Int) async {
            var iterator = arrivals.stream.makeAsyncIterator()
            for _ in 0..<count { _ = await iterator.next() }
        }

        func pass() async {
            arrivals.continuation.yield()
            await withCheckedContinuation { continuation in
                let isOpen = held.withLock { held in
                    held?.append(continuation)
                    return held == nil
                }
                if isOpen { continuation.resume() }
            }
        }

        func open() {
            let all = held.withLock { held in
                defer { held = nil }
                return held ?? []
            }
            for continuation in all { continuation.resume() }
        }
    }

    @Test("no more files are fetched at the same time than memory is kept for")
    func manyAtOnce() async throws {
        let gate = Gate()
        let scene = try await Scene(fetch: { attachment, _ in
            await gate.pass()
            return Array(attachment.name.utf8)
        })
        let file = ChatAttachment(name: "a.jpg", type: "image/jpeg", reference: "1")
        let filed = try await scene.hear(Said(text: "look", attachments: [file]))
        let headers: HTTPFields = [.authorization: "Bearer \(try await scene.token())"]
        try await scene.run { client in
            let uri = "/api/v1/messages/\(filed.message)/files/0"
            try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for _ in 0..<8 {
                    group.addTask { try await client.execute(uri: uri, method: .get, headers: headers).status }
                }
                await gate.waitFor(8)
                let ninth = try await client.execute(uri: uri, method: .get, headers: headers)
                #expect(ninth.status == .serviceUnavailable)
                gate.open()
                for try await status in group { #expect(status == .ok) }
            }
            #expect(try await client.execute(uri: uri, method: .get, headers: headers).status == .ok)
        }
    }
}
