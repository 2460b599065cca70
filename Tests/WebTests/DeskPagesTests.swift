import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Storage
import Testing

@testable import Web

@Suite("The pages of the desk")
struct DeskPagesTests {
    @Test("the queue tells who waits, for what, and why a person is needed")
    func queue() async throws {
        let scene = try await Scene()
        try await scene.receive()
        scene.clock.advance(2 * 86_400)
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page("/queue")
            #expect(page.contains("<bdi>Mara Osei</bdi>"))
            #expect(page.contains("Looks like bin.bigger, from “larger one”; waits for 2 days"))
            #expect(page.contains("href=\"/conversations/1?at=0\""))
        }
    }

    @Test("a conversation shows the marked words, the draft and why it is that draft")
    func matter() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page("/conversations/1")
            #expect(page.contains("Can we have a <mark title=\"bin.bigger +2.4\">larger one</mark>?"))
            #expect(page.contains("<span class=\"words\">you get a bigger bin.</span>"))
            #expect(page.contains("86 %"))
            #expect(page.contains("“larger one” +2.4"))
            #expect(page.contains("As Mara will see it"))
        }
    }

    @Test("nothing that a customer wrote becomes HTML")
    func hostile() async throws {
        let scene = try await Scene()
        var letter = Letter()
        letter.from = MailAddress(name: "\"\u{301}><script>alert(1)</script>", address: "x\"><img src=x>@evil.example")
        letter.subject = "</title><script>alert(2)</script>"
        letter.text = "<img src=x onerror=alert(3)> {{frame.formToken}} </textarea>"
        letter.intents = []
        letter.draft?.text = "</textarea><script>alert(4)</script> {{{frame.formToken}}}"
        letter.draft?.subject = "\"\u{301} onfocus=\"alert(5)"
        try await scene.receive(letter)
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let attribute = "\"\u{301} onfocus"
            for path in ["/queue", "/conversations/1", "/sent", "/parked", "/drafts/1/preview"] {
                let page = try await browser.page(path)
                #expect(!page.contains("<script>"), "\(path)")
                #expect(!page.contains("<img src=x"), "\(path)")
                #expect(!page.contains(attribute), "\(path)")
            }
            let page = try await browser.page("/conversations/1")
            #expect(page.contains("{{frame.formToken}}"))
        }
    }

    @Test("browsers may run nothing but what the program ships")
    func policy() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let page = try await browser.get("/conversations/1")
            let policy = try #require(page.headers[.contentSecurityPolicy])
            #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
            #expect(page.headers[.frameOptions] == "DENY")
            #expect(page.headers[.cacheControl] == "no-store")
            let preview = try await browser.get("/drafts/1/preview")
            #expect(preview.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
            #expect(String(buffer: page.body).contains(Asset.style.path))
            let style = try await browser.get(Asset.style.path)
            #expect(style.headers[.cacheControl]?.contains("immutable") == true)
            #expect(!String(buffer: page.body).contains("style=\""))
        }
    }

    @Test("automatic mail shows the rule, its source and what decided")
    func automatic() async throws {
        let scene = try await Scene()
        var letter = Letter()
        letter.draft = nil
        letter.automatic = AutomaticVerdict(
            verdict: .autoReply,
            mayAutoReply: false,
            rule: "N1",
            source: "RFC 3834 §2",
            evidence: "Auto-Submitted: auto-replied"
        )
        try await scene.receive(letter)
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page("/conversations/1")
            #expect(page.contains("RFC 3834 §2"))
            #expect(page.contains("<code>Auto-Submitted: auto-replied</code>"))
            #expect(page.contains("Keep as a draft"))
        }
    }

    @Test("nobody is proposed as the recipient where a bounce is answered")
    func bounce() async throws {
        let scene = try await Scene()
        var letter = Letter()
        letter.draft = nil
        letter.automatic = AutomaticVerdict(verdict: .bounce, mayAutoReply: false, rule: "N2")
        try await scene.receive(letter)
        try await scene.run { client in
            let form = try await Browser.signedIn(client).draftForm("/conversations/1")
            #expect(form["to"] == "")
            #expect(form["subject"] == "Re: Bigger recycling bin")
        }
    }

    @Test("alerts stand on every page")
    func alerts() async throws {
        let scene = try await Scene()
        try await scene.store.raise(
            Alert(kind: .inboxUnreached, subject: "support", text: "Not reached.", since: scene.clock.now)
        )
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            for path in ["/queue", "/sent", "/unsettled", "/parked"] {
                #expect(try await browser.page(path).contains("<p>Not reached.</p>"), "\(path)")
            }
        }
    }

    @Test("a parked message shows its reason, gives out its bytes, and can be given back")
    func parked() async throws {
        let scene = try await Scene()
        let filed = try await scene.receive()
        let reason = ParkReason(.unreadable, "Too deep.")
        try await scene.store.park(filed.message, reason: reason, by: "wavelength", at: scene.clock.now)
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let page = try await browser.page("/parked")
            #expect(page.contains("Too deep."))
            let token = try #require(page.firstMatch(of: /name="token" value="([0-9a-f]+)"/)).1
            let original = try await browser.get("/messages/\(filed.message)/original")
            #expect(String(buffer: original.body) == "raw 1")
            #expect(original.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            let response = try await browser.post("/messages/\(filed.message)/unpark", ["token": String(token)])
            #expect(response.headers[.location] == "/parked?done=given-back")
        }
        #expect(try await scene.store.parked(limit: 9).isEmpty)
    }

    @Test(
        "what is not there is said so",
        arguments: ["/conversations/99", "/conversations/x", "/drafts/99", "/nothing", "/messages/99/original"]
    )
    func missing(_ path: String) async throws {
        try await Scene().run { client in
            let response = try await Browser.signedIn(client).get(path)
            #expect(response.status == .notFound)
            #expect(String(buffer: response.body).contains("Back to the queue"))
        }
    }
}
