import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Storage
import Testing

@testable import Web

@Suite("What became of the mail beside a reply of the widget")
struct MailedCopyTests {
    /// A reply that is shown, with the mail's fate and the relay's words.
    private func made(_ copy: MailedCopy?, _ answer: String) async throws -> (Scene, OutgoingMail.ID) {
        let scene = try await Scene()
        try await scene.hear(Said(text: "where is it"))
        let id = try await scene.releaseChat(copy, answer: answer)
        return (scene, id)
    }

    @Test(
        "stands beside it among the sent ones and in the conversation",
        arguments: [
            (MailedCopy.mailed, "and mailed to a@b.example: 250 OK", "shown in the chat, and mailed"),
            (.refused, "but not mailed to a@b.example: 550 no such user", "shown in the chat, but not mailed"),
            (.unknown, "whether a@b.example has it is not known", "the mail may or may not have arrived"),
        ] as [(MailedCopy, String, String)]
    )
    func shown(copy: MailedCopy, answer: String, state: String) async throws {
        let (scene, _) = try await made(copy, "shown in the widget, \(answer)")
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            #expect(try await browser.page("/sent").contains("Shown in the widget, \(answer)."))
            let talk = try await browser.page("/conversations/1")
            #expect(talk.contains(state))
            #expect(talk.contains("<p class=\"soft\">Shown in the widget, \(answer).</p>") == copy.isOpen)
            let unsettled = try await browser.page("/unsettled")
            #expect(unsettled.contains("Shown in the chat, but perhaps not mailed") == copy.isOpen)
        }
    }

    @Test("a reply without a mail is sent, and says no more")
    func without() async throws {
        let (scene, _) = try await made(nil, "shown in the widget")
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let page = try await browser.page("/sent")
            #expect(!page.contains("hown in the widget"))
            #expect(try await browser.page("/unsettled").contains("Every reply of ours is accounted for."))
        }
    }

    @Test("is unsettled until somebody says that they know of it, and the history says who did")
    func seen() async throws {
        let (scene, id) = try await made(.refused, "shown in the widget, but not mailed to a@b.example: 550")
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let token = ["token": try #require(try await browser.page("/unsettled").formToken)]
            #expect(try await browser.post("/outgoing/\(id)/seen", token).status == .seeOther)
            #expect(try await browser.page("/unsettled").contains("Every reply of ours is accounted for."))
            let again = try await browser.post("/outgoing/\(id)/seen", token)
            #expect(again.status == .conflict)
            let talk = try await browser.page("/conversations/1")
            #expect(talk.contains("resolved by anna: mail \(id): seen that it was shown, and its mail refused"))
            #expect(talk.contains("550"), "what the relay said stays")
        }
    }

    @Test("the API tells it, and takes the word of whoever has seen it")
    func api() async throws {
        let (scene, id) = try await made(.unknown, "shown in the widget; not known")
        let headers: HTTPFields = [.authorization: "Bearer \(try await scene.token())"]
        try await scene.run { client in
            let call = { @Sendable (method: HTTPRequest.Method, path: String) in
                let answer = try await client.execute(uri: "/api/v1\(path)", method: method, headers: headers)
                let body = try JSONSerialization.jsonObject(with: Data(answer.body.readableBytesView)) as? [String: Any]
                return (status: answer.status, copy: body?["copy"] as? String)
            }
            #expect(try await call(.get, "/outgoing/\(id)").copy == "unknown")
            let seen = try await call(.post, "/outgoing/\(id)/seen")
            #expect(seen.status == .ok)
            #expect(seen.copy == "seen")
            #expect(try await call(.post, "/outgoing/\(id)/seen").status == .conflict)
        }
    }
}

extension Scene {
    /// Releases the one draft, and sends it at once.
    fileprivate func releaseChat(_ copy: MailedCopy?, answer: String) async throws -> OutgoingMail.ID {
        try await run { client in
            let browser = try await Browser.signedIn(client)
            let form = try await browser.draftForm("/conversations/1")
            try #require(try await browser.post("/drafts/1/approve", form).status == .seeOther)
        }
        clock.advance(60)
        let mail = try await #require(store.claimDue(limit: 1, at: clock.now).first)
        try await store.markHandingOver(mail.id, at: clock.now)
        try await store.noteCopy(mail.id, copy)
        try await store.markSent(mail.id, answer: answer, at: clock.now)
        return mail.id
    }
}

extension String {
    /// The token that the forms of a page carry.
    fileprivate var formToken: String? {
        firstMatch(of: /name="token" value="([^"]+)"/).map { String($0.1) }
    }
}
