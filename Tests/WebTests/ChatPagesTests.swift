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

@Suite("A chat at the desk")
struct ChatPagesTests {
    private let path = "/conversations/1"

    @Test("stands in its channel, in plain order, with what was read together side by side")
    func thread() async throws {
        let scene = try await Scene()
        try await scene.hear(Said(text: "hello", number: 1, ago: 40))
        try await scene.hear(Said(text: "where is it", number: 2, ago: 20, read: "hello\nwhere is it"))
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page(path)
            #expect(page.contains("in WhatsApp (shop)"))
            #expect(page.contains("2 messages, read together"))
            // The evidence is “hello”, which stands in the first of the two.
            #expect(page.contains("<mark title=\"order.where +2\">hello</mark>"))
            let first = try #require(page.range(of: "hello</mark>"))
            let second = try #require(page.range(of: ">where is it<"))
            #expect(first.lowerBound < second.lowerBound)
            #expect(!page.contains("Automatic mail"))
            #expect(!page.contains("class=\"message\"") && !page.contains("Earlier in this conversation"))
        }
    }

    @Test("messages far from each other are not shown as one thought")
    func apart() async throws {
        let scene = try await Scene()
        try await scene.hear(Said(text: "hello", number: 1, ago: 4_000))
        try await scene.hear(Said(text: "where is it", number: 2))
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page(path)
            #expect(!page.contains("read together"))
            #expect(page.components(separatedBy: "class=\"bubble\"").count == 3)
        }
    }

    @Test("shows whom the reply goes to in the place of an envelope, and keeps it when the form comes back")
    func envelope() async throws {
        let scene = try await Scene()
        try await scene.hear(Said(text: "where is it"))
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            #expect(form["to"] == nil && form["cc"] == nil && form["subject"] == nil)
            let page = try await browser.page(path)
            #expect(
                page.contains("<bdi>Mara Osei</bdi></b> <span class=\"soft\"><bdi>4917012345</bdi>, in WhatsApp (shop)")
            )
            form["text"] = "It left today."
            form["to"] = "somebody@else.example"
            #expect(try await browser.post("/drafts/1/save", form).status == .seeOther)
        }
        let draft = try #require(try await scene.store.draft(Draft.ID(rawValue: 1)))
        #expect(draft.version == 2 && draft.body.text == "It left today.")
        #expect(draft.body.recipients.to.map(\.address) == ["chat:shop/4917012345"])
        #expect(draft.body.subject == "where is it")
    }

    @Test(
        "says until when it can be answered, and why not afterwards",
        arguments: [
            (0, "In time:</b> it can be answered until Mon 23 Nov 2026, 09:50.", "Answer soon"),
            (79_500, "Answer soon:</b> it can be answered until Sun 22 Nov 2026, 11:45.", "In time"),
            (86_400, "Too late for this chat:</b> WhatsApp takes a free reply for 24 hours", "can be answered until"),
        ]
    )
    func window(ago: TimeInterval, words: String, others: String) async throws {
        let scene = try await Scene()
        try await scene.hear(Said(text: "where is it", ago: ago))
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page(path)
            #expect(page.contains(words))
            #expect(!page.contains(others))
        }
    }

    @Test("says into how many messages the reply is cut")
    func parts() async throws {
        let scene = try await Scene()
        try await scene.hear(Said(text: "where is it", draft: "One.\n\nTwo."))
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page(path)
            #expect(page.contains("<b>Goes out as</b> 2 messages, one after the other (4, 4 characters)."))
            let preview = try await Browser.signedIn(client).page("/drafts/1/preview")
            #expect(preview.contains("<p class=\"bubble\">One.</p><p class=\"bubble\">Two.</p>"))
        }
    }

    @Test("a reply that arrived in part says so, and only the rest is offered again")
    func partly() async throws {
        let scene = try await Scene()
        try await scene.hear(Said(text: "where is it", draft: "One.\n\nTwo."))
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let form = try await browser.draftForm(path)
            #expect(try await browser.post("/drafts/1/approve", form).status == .seeOther)
            scene.clock.advance(60)
            let mail = try #require(try await scene.store.claimDue(limit: 1, at: scene.clock.now).first)
            try await scene.store.markHandingOver(mail.id, at: scene.clock.now)
            try await scene.store.markPartSent(mail.id, SentPart(number: 1), at: scene.clock.now)
            try await scene.store.markUncertain(mail.id, answer: "closed", at: scene.clock.now)
            let page = try await browser.page("/unsettled")
            #expect(page.contains("to <bdi>Mara Osei in shop</bdi>"))
            #expect(page.contains("1 of 2 messages are known to have arrived"))
            #expect(page.contains("It did not, send the rest</button>"))
        }
    }

    @Test("a delivery that nobody could take apart says which, and is not given back to the reader")
    func parkedDelivery() async throws {
        let scene = try await Scene()
        for body in ["{", "["] {
            let request = ReceivedRequest(url: "https://desk.example/channels/shop", body: Array(body.utf8))
            let new = NewDelivery(channel: Scene.chat.name, request: request, identity: .key("7"))
            _ = try await scene.store.accept([new], advancing: nil, at: scene.clock.now)
        }
        for number: Int64 in [1, 2] {
            let reason = ParkReason(.unreadable, "It is not the JSON that WhatsApp sends.")
            _ = try await scene.store.parkDelivery(Delivery.ID(rawValue: number), reason: reason, at: scene.clock.now)
        }
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page("/parked")
            #expect(page.contains("A delivery from shop") && page.contains("delivery 2, 1 B"))
            #expect(page.contains("It is not the JSON that WhatsApp sends."))
            #expect(page.contains("It has the number of delivery 1, with other bytes."))
            #expect(page.contains("wavelength channels replay 2"))
            #expect(!page.contains("Give back"))
        }
    }

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

    @Test("the API says where a chat is, until when it can be answered, and keeps its recipients")
    func api() async throws {
        let scene = try await Scene()
        try await scene.hear(Said(text: "where is it", draft: "One.\n\nTwo."))
        let headers: HTTPFields = [.authorization: "Bearer \(try await scene.token())"]
        try await scene.run { client in
            let get = { (path: String) in
                let answer = try await client.execute(uri: "/api/v1\(path)", method: .get, headers: headers)
                return try JSONSerialization.jsonObject(with: Data(answer.body.readableBytesView)) as? [String: Any]
            }
            let conversation = try #require(try await get("/conversations/1"))
            let channel = try #require(conversation["channel"] as? [String: String])
            #expect(channel == ["name": "shop", "provider": "whatsapp", "title": "WhatsApp"])
            let message = try #require((conversation["messages"] as? [[String: Any]])?.first)
            #expect(message["form"] as? String == "chat")
            #expect((message["chat"] as? [String: String])?["chat"] == "4917012345")
            let draft = try #require(try await get("/drafts/1"))
            let outlook = try #require(draft["chat"] as? [String: Any])
            #expect(outlook["closesAt"] as? String == "2026-11-23T09:50:00Z")
            #expect(outlook["parts"] as? [String] == ["One.", "Two."])
            let edit = #"{"version": 1, "to": [{"address": "somebody@else.example"}]}"#
            let refused = try await client.execute(
                uri: "/api/v1/drafts/1",
                method: .patch,
                headers: headers,
                body: ByteBuffer(string: edit)
            )
            #expect(refused.status == .conflict)
            #expect(String(buffer: refused.body).contains("its recipients cannot be changed"))
        }
    }
}
