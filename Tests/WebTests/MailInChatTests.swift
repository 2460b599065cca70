import Chat
import Foundation
import HummingbirdTesting
import Model
import Storage
import Testing

@testable import Web

@Suite("A mail that answers in a chat")
struct MailInChatTests {
    private let path = "/conversations/1"

    /// A chat, and a mail of the same person that joined it.
    private func made() async throws -> (Scene, Filed) {
        let scene = try await Scene()
        let file = ChatAttachment(name: "bin.jpg", type: "image/jpeg", url: "https://files.example/bin.jpg")
        let chat = try await scene.hear(Said(text: "where is it", ago: 4_000, attachments: [file]))
        return (scene, try await scene.mail(into: chat.conversation))
    }

    @Test("shows what was written this time, and leads to the original")
    func newTextOnly() async throws {
        let (scene, mail) = try await made()
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page(path)
            #expect(page.contains("No, the <mark title=\"order.where +2\">green</mark> one."))
            #expect(!page.contains("Which one, the blue?"))
            #expect(page.contains(", by mail</span>"))
            #expect(page.contains("<a href=\"/messages/\(mail.message)/original\">Get the original mail</a>"))
            #expect(
                page.components(separatedBy: "Get the original mail").count == 2,
                "the chat's message is all there is"
            )
        }
    }

    @Test("lists its files, which are in the mail, without offering to fetch them")
    func files() async throws {
        let (scene, mail) = try await made()
        try await scene.run { client in
            let page = try await Browser.signedIn(client).page(path)
            #expect(page.contains("<bdi>invoice.pdf</bdi> <span class=\"soft\">application/pdf, 2 KB</span></li>"))
            #expect(!page.contains("/messages/\(mail.message)/files/"))
            #expect(page.components(separatedBy: ">Fetch</button>").count == 2)
        }
    }
}

extension Scene {
    /// A mail that answers one of ours in that conversation, with a quote below.
    fileprivate func mail(into conversation: Conversation.ID) async throws -> Filed {
        let origin = Origin(inbox: Self.inbox.name, item: "mail")
        _ = try await store.take(
            [Arrival(origin: origin, raw: Array("raw".utf8), circumstance: .live)],
            advancing: nil,
            at: clock.now
        )
        let unread = try await #require(store.claimUnread(limit: 1, attempts: 3, at: clock.now).first)
        let from = MailAddress(name: "Mara Osei", address: "mara@customer.example")
        let intent = ScoredIntent(
            intent: "order.where",
            score: 2,
            confidence: 0.8,
            evidence: [Evidence(keyword: "green", weight: 2, start: 8, end: 13)]
        )
        let filing = Filing(
            message: unread.id,
            content: MessageContent(
                messageID: "mail@customer.example",
                subject: "Re: where is it",
                from: from,
                text: "No, the green one.\n\nYou wrote:\n> Which one, the blue?",
                attachments: [Attachment(name: "invoice.pdf", type: "application/pdf", size: 2_048)]
            ),
            reading: Reading(
                newText: "No, the green one.",
                language: "en",
                intents: [intent],
                abstained: false,
                automatic: AutomaticVerdict(verdict: .human, mayAutoReply: true)
            ),
            identity: "mail",
            thread: ThreadKeys(verified: conversation, identifiers: [], person: from.key, subject: ""),
            customer: from,
            draft: nil,
            at: clock.now
        )
        return try await #require(store.file([filing], sameSubjectWindow: 0).first)
    }
}
