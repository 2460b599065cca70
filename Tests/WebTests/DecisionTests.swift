import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Storage
import Testing

@testable import Web

@Suite("Deciding at the desk")
struct DecisionTests {
    private let path = "/conversations/1"

    @Test("an approval puts the mail into the outbox, shows the undo, and goes on to the next")
    func approve() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.receive(item: "2")
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let response = try await browser.post("/drafts/1/approve", try await browser.draftForm(path))
            #expect(response.headers[.location] == "/conversations/2?at=0")
            let next = try await browser.page("/conversations/2?at=0")
            #expect(next.contains("data-undo=\"15\""))
            #expect(next.contains("action=\"/outgoing/1/undo\""))
        }
        let waiting = try await scene.store.outgoing(in: .waiting, limit: 9)
        #expect(waiting.map(\.approvedBy) == ["anna"])
    }

    @Test("changing and approving is one step")
    func editAndApprove() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            form["text"] = "Dear Mara,\r\n\r\nit comes on Friday."
            form["cc"] = "Sam <sam@customer.example>"
            let response = try await browser.post("/drafts/1/approve", form)
            #expect(response.headers[.location] == "/queue")
        }
        let mail = try #require(try await scene.store.outgoingMail(OutgoingMail.ID(rawValue: 1)))
        #expect(String(decoding: mail.mail.raw, as: UTF8.self) == "Dear Mara,\n\nit comes on Friday.")
        #expect(mail.mail.forwardPaths == ["mara@customer.example", "sam@customer.example"])
        #expect(try await scene.store.draft(Draft.ID(rawValue: 1))?.version == 2)
    }

    @Test("of two people at once one wins, and the other is told with everything they typed")
    func twoPeople() async throws {
        let scene = try await Scene()
        try await scene.addUser("priya", "Priya")
        try await scene.receive()
        try await scene.run { client in
            let anna = try await Browser.signedIn(client)
            let priya = try await Browser.signedIn(as: "priya", client)
            var hers = try await priya.draftForm(path)
            let first = try await anna.post("/drafts/1/approve", try await anna.draftForm(path))
            #expect(first.status == .seeOther)
            hers["text"] = "Priya's own words"
            let second = try await priya.post("/drafts/1/approve", hers)
            #expect(second.status == .conflict)
            let page = String(buffer: second.body)
            #expect(page.contains("anna was faster: this draft is already approved."))
            #expect(page.contains("Priya&#39;s own words"))
        }
        #expect(try await scene.store.outgoing(in: .waiting, limit: 9).count == 1)
    }

    @Test("a draft that somebody changed is not sent, and both texts are shown")
    func staleVersion() async throws {
        let scene = try await Scene()
        try await scene.addUser("priya", "Priya")
        try await scene.receive()
        try await scene.run { client in
            let anna = try await Browser.signedIn(client)
            let priya = try await Browser.signedIn(as: "priya", client)
            let old = try await anna.draftForm(path)
            var new = try await priya.draftForm(path)
            new["text"] = "Priya's version"
            #expect(try await priya.post("/drafts/1/save", new).status == .seeOther)
            let response = try await anna.post("/drafts/1/approve", old)
            #expect(response.status == .conflict)
            let page = String(buffer: response.body)
            #expect(page.contains("priya changed the draft; it is now version 2."))
            #expect(page.contains("Priya&#39;s version") && page.contains("you get a bigger bin."))
        }
        #expect(try await scene.store.outgoing(in: .waiting, limit: 9).isEmpty)
    }

    @Test("when the customer wrote again meanwhile, nothing is sent and what was typed stays")
    func threadMoved() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            form["text"] = "My careful words"
            var second = Letter()
            second.inReplyTo = "mail-1@customer.example"
            try await scene.receive(second, item: "2")
            let response = try await browser.post("/drafts/1/approve", form)
            #expect(response.status == .conflict)
            #expect(String(buffer: response.body).contains("My careful words"))
        }
        #expect(try await scene.store.outgoing(in: .waiting, limit: 9).isEmpty)
    }

    @Test("an open slot is an input, holds the mail back, and sends it once filled")
    func slots() async throws {
        let scene = try await Scene()
        var letter = Letter()
        letter.draft?.text = "It comes on [[day]]."
        letter.draft?.slots = [Slot(name: "day", label: "Delivery day")]
        try await scene.receive(letter)
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            #expect(try await browser.page("/queue").contains("needs from you: Delivery day"))
            var form = try await browser.draftForm(path)
            #expect(form["slot_day"] == "")
            let refused = try await browser.post("/drafts/1/approve", form)
            #expect(String(buffer: refused.body).contains("Still to be filled: Delivery day."))
            form["slot_day"] = "Thursday"
            #expect(try await browser.post("/drafts/1/approve", form).status == .seeOther)
        }
        #expect(try await scene.store.draft(Draft.ID(rawValue: 1))?.body.slots.first?.value == "Thursday")
    }

    @Test("an address that is none is refused before anything is saved")
    func badAddress() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            form["to"] = "mara at home"
            let response = try await browser.post("/drafts/1/save", form)
            #expect(response.status == .conflict)
            #expect(String(buffer: response.body).contains("“mara at home” is not an address"))
        }
        #expect(try await scene.store.draft(Draft.ID(rawValue: 1))?.version == 1)
    }

    @Test("within the undo window a mail can be taken back, once it leaves it cannot")
    func undo() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            _ = try await browser.post("/drafts/1/approve", form)
            let undone = try await browser.post("/outgoing/1/undo", form)
            #expect(undone.headers[.location]?.hasSuffix("?done=undone") == true)
            form = try await browser.draftForm(path)
            _ = try await browser.post("/drafts/1/approve", form)
            scene.clock.advance(16)
            _ = try await scene.store.claimDue(limit: 1, at: scene.clock.now)
            let late = try await browser.post("/outgoing/2/undo", form)
            #expect(late.status == .conflict)
            #expect(String(buffer: late.body).contains("Too late to undo"))
        }
    }

    @Test("a rejection needs a reason, and closes the matter only where it says so", arguments: [true, false])
    func reject(closing: Bool) async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            form["closing"] = closing ? "yes" : "no"
            form["reason"] = " "
            #expect(try await browser.post("/drafts/1/reject", form).status == .conflict)
            form["reason"] = "spam"
            #expect(try await browser.post("/drafts/1/reject", form).status == .seeOther)
        }
        #expect(try await scene.store.draft(Draft.ID(rawValue: 1))?.state == .rejected)
        #expect(try await scene.store.queueLength() == (closing ? 0 : 1))
    }

    @Test("where nothing was drafted a person begins a reply, or closes the matter")
    func start() async throws {
        let scene = try await Scene()
        var letter = Letter()
        letter.draft = nil
        try await scene.receive(letter)
        try await scene.receive(letter, item: "2")
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            #expect(form["to"] == "Mara Osei <mara@customer.example>")
            form["text"] = "Hello Mara"
            let response = try await browser.post("/messages/1/reply", form)
            #expect(response.headers[.location] == "/conversations/1?done=started")
            #expect(try await browser.page(path).contains("Approve and next"))
            let closed = try await browser.post("/conversations/2/close", form)
            #expect(closed.status == .seeOther)
        }
        #expect(try await scene.store.queueLength() == 1)
    }

    @Test("a mail of which nobody knows is settled by a person", arguments: ["yes", "no"])
    func resolve(_ delivered: String) async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let form = try await browser.draftForm(path)
            _ = try await browser.post("/drafts/1/approve", form)
            scene.clock.advance(16)
            let id = try #require(try await scene.store.claimDue(limit: 1, at: scene.clock.now).first?.id)
            try await scene.store.markHandingOver(id, at: scene.clock.now)
            try await scene.store.markUncertain(id, answer: "connection lost", at: scene.clock.now)
            #expect(try await browser.page("/unsettled").contains("connection lost"))
            var answer = form
            answer["delivered"] = delivered
            #expect(try await browser.post("/outgoing/\(id)/resolve", answer).status == .seeOther)
            #expect(try await browser.post("/outgoing/\(id)/resolve", answer).status == .conflict)
        }
        let state: OutgoingMail.State = delivered == "yes" ? .sent : .waiting
        #expect(try await scene.store.outgoing(in: state, limit: 9).count == 1)
    }

    @Test("a form without the session's token, or from another site, changes nothing")
    func forgery() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let form = try await browser.draftForm(path)
            var tokenless = form
            tokenless["token"] = String(repeating: "0", count: 64)
            #expect(try await browser.post("/drafts/1/approve", tokenless).status == .forbidden)
            var headers: HTTPFields = [.origin: "http://evil.example"]
            headers[.cookie] = browser.cookie
            let body = ByteBuffer(string: try URLEncodedFormEncoder().encode(form))
            let foreign = try await client.execute(
                uri: "/drafts/1/approve",
                method: .post,
                headers: headers,
                body: body
            )
            #expect(foreign.status == .forbidden)
        }
        #expect(try await scene.store.outgoing(in: .waiting, limit: 9).isEmpty)
    }

    @Test("the preview shows what stands in the form, unsaved")
    func preview() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            form["text"] = "Unsaved words"
            let response = try await browser.post("/drafts/1/preview", form)
            #expect(String(buffer: response.body).contains("<p>Unsaved words</p>"))
        }
        #expect(try await scene.store.draft(Draft.ID(rawValue: 1))?.version == 1)
    }

    @Test("a body over the limit is refused")
    func tooLarge() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            form["text"] = String(repeating: "x", count: DeskContext.bodyLimit)
            #expect(try await browser.post("/drafts/1/save", form).status == .contentTooLarge)
        }
    }
}
