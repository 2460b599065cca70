import Chat
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Storage
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

    @Test(
        "the queue says how long each can be answered",
        arguments: [
            (0, "<time class=\"left\" datetime=\"2026-11-23T09:50:00Z\">23 h left</time>"),
            (79_500, "<time class=\"left closing\" datetime=\"2026-11-22T11:45:00Z\">1 h 54 min left</time>"),
            (86_340, "<time class=\"left closing\" datetime=\"2026-11-22T09:51:00Z\">less than a minute left</time>"),
            (86_390, "<time class=\"left over\" datetime=\"2026-11-22T09:50:10Z\">too late to reply</time>"),
        ]
    )
    func windowInQueue(ago: TimeInterval, chip: String) async throws {
        let scene = try await Scene()
        try await scene.hear(Said(text: "where is it", ago: ago))
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let page = try await browser.page("/queue")
            #expect(page.contains("<b>WhatsApp</b> \(chip) where is it"))
            // Mail can be answered at any time.
            #expect(page.components(separatedBy: "class=\"left").count == 2)
            // Beside either conversation the lines are the same: none takes what the page is about for its own.
            for number in 1...2 {
                let page = try await browser.page("/conversations/\(number)")
                #expect(page.contains(chip))
                #expect(page.components(separatedBy: "class=\"left").count == 2)
            }
        }
    }

    @Test("without a draft the conversation says it too, and quietly once nobody waits", arguments: [false, true])
    func windowWithoutDraft(isClosed: Bool) async throws {
        let scene = try await Scene()
        let filed = try await scene.hear(Said(text: "where is it", ago: 79_500))
        _ = try await scene.store.reject(
            try #require(filed.draft),
            version: 1,
            reason: "x",
            closing: isClosed,
            by: "anna",
            at: scene.clock.now
        )
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let page = try await browser.page(path)
            #expect(page.contains("Answer soon:") == !isClosed)
            #expect(page.contains("A reply can be sent here until Sun 22 Nov 2026, 11:45.") == isClosed)
            scene.clock.advance(7_000)
            let later = try await browser.page(path)
            #expect(later.contains("Too late for this chat:") == !isClosed)
            #expect(later.contains("No reply can be sent here since Sun 22 Nov 2026, 11:45") == isClosed)
        }
    }

    @Test("once it is too late, the page says where else the customer is known")
    func elsewhere() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.hear(Said(text: "where is it", ago: 86_400, vouched: "mara@customer.example"))
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page("/conversations/2")
            #expect(
                page.contains("<b>Known elsewhere:</b> <bdi>mara@customer.example</bdi> <a href=\"/conversations/1\"")
            )
        }
    }

    @Test("where only an address is known, no conversation is named")
    func elsewhereByAddress() async throws {
        let scene = try await Scene()
        try await scene.hear(Said(text: "where is it", ago: 86_400, vouched: "mara@customer.example"))
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page(path)
            let known = "<b>Known elsewhere:</b> <bdi>mara@customer.example</bdi> </p>"
            #expect(page.contains(known))
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

    @Test("a reply in several messages is shown as the customer sees it, each with what became of it")
    func partsInTalk() async throws {
        let scene = try await Scene()
        try await scene.hear(Said(text: "where is it", draft: "**One**.\n\nTwo."))
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let form = try await browser.draftForm(path)
            #expect(try await browser.post("/drafts/1/approve", form).status == .seeOther)
            let waiting = try await browser.page(path)
            #expect(waiting.contains("1 of 2, waits for its undo window") && waiting.contains(">**One**.</div>"))
            scene.clock.advance(60)
            let mail = try #require(try await scene.store.claimDue(limit: 1, at: scene.clock.now).first)
            try await scene.store.markHandingOver(mail.id, at: scene.clock.now)
            try await scene.store.markPartSent(mail.id, SentPart(number: 1), at: scene.clock.now)
            let partly = try await browser.page(path)
            #expect(partly.contains("1 of 2, arrived</span>") && partly.contains("2 of 2, is being sent</span>"))
            try await scene.store.markSent(mail.id, answer: "ok", at: scene.clock.now)
            let sent = try await browser.page(path)
            #expect(sent.contains("1 of 2, sent</span>") && sent.contains("2 of 2, sent</span>"))
            // Who it is stands once; the other is for whoever has it read aloud.
            #expect(sent.components(separatedBy: "<bdi class=\"hidden\">anna</bdi>").count == 2)
        }
    }

    @Test("a visitor who left a mail address: where the answer goes, and that it is not verified")
    func leftAddress() async throws {
        let scene = try await Scene()
        let visitor = "0123456789abcdef0123456789abcdef"
        try await scene.hear(Said(text: "where is it", inbox: Scene.site, person: visitor, name: nil))
        let chat = ChatAddress(channel: Scene.site.name, person: visitor)
        let headers: HTTPFields = [.authorization: "Bearer \(try await scene.token())"]
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let before = try await browser.page(path)
            #expect(
                before.contains(
                    "<b><bdi>Visitor 012345</bdi></b> <span class=\"soft\">in chat of the site (site)</span>"
                )
            )
            #expect(!before.contains("is not verified") && !before.contains(visitor))
            try await scene.store.leaveMailAddress("mara@customer.example", by: chat, at: scene.clock.now)
            let page = try await browser.page(path)
            #expect(page.contains("in chat of the site (site), and by mail to <bdi>mara@customer.example</bdi>"))
            #expect(page.contains("Answers are shown in the chat and mailed there."))
            #expect(page.contains("The visitor typed this address. It is not verified"))
            let answer = try await client.execute(uri: "/api/v1/conversations/1", method: .get, headers: headers)
            #expect(String(buffer: answer.body).contains(#""leftAddress":"mara@customer.example""#))
        }
    }

    @Test("a name that a visitor typed is shown, is not verified, and makes nobody one with another of that name")
    func typedName() async throws {
        let scene = try await Scene()
        try await scene.receive()
        let visitor = "0123456789abcdef0123456789abcdef"
        try await scene.hear(Said(text: "where is it", inbox: Scene.site, person: visitor))
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page("/conversations/2")
            #expect(page.contains("<b><bdi>Mara Osei</bdi></b> <span class=\"soft\"><bdi>Visitor 012345</bdi>"))
            #expect(page.contains("The visitor typed this name. It is not verified"))
            #expect(!page.contains("Also known as") && !page.contains("Other conversations with this customer"))
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
            #expect(outlook["secondsLeft"] as? Int == 86_385)
            let entry = try #require((try await get("/queue")?["items"] as? [[String: Any]])?.first)
            for window in [conversation["window"], entry["window"]] {
                let window = try #require(window as? [String: Any])
                #expect(window["closesAt"] as? String == "2026-11-23T09:50:00Z")
                #expect(window["secondsLeft"] as? Int == 86_385)
                #expect(window["isClosing"] as? Bool == false && window["closed"] == nil)
            }
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
