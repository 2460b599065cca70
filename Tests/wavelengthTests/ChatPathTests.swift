import Foundation
import TestSupport
import Testing

@Suite("A customer's chat, by a signed webhook and back")
struct ChatPathTests {
    private static let question = "Hello, where is my order 4711? Thank you for looking."

    @Test("is drafted, approved and answered signed; the same webhook again gives nothing new")
    func wholePath() async throws {
        let replies = try ReplyReceiver()
        let shop = try Shop.chat(replies: replies)
        try await shop.open()
        let source = try shop.webhooks()
        let asked = WebhookSource.message("m1", from: "mara", text: Self.question)
        #expect(try await source.post(asked, id: "msg_1") == 200)
        let draft = try await shop.api.draft(answering: "chat:support/mara")
        #expect(try await source.post(asked, id: "msg_1") == 200, "tried again by its sender")
        let approved = try await shop.api.approve(shop.api.fill(draft))
        #expect(approved.status == 201, "\(approved)")

        let request = try await eventually("the reply\n\(shop.log.suffix(2_000))") {
            replies.requests.first
        }
        let reply = try ReplyReceiver.verified(request)
        #expect(reply.body["type"].text == "reply")
        #expect(reply.body["data"]["chat"].text == "room-mara")
        #expect(reply.body["data"]["answers"].text == "m1")
        #expect(reply.body["data"]["part"].integer == 1)
        let text = try #require(reply.body["data"]["text"].text)
        #expect(text.contains("4711"), "\(text)")
        #expect(!text.contains("[["))
        #expect(!text.contains("> "), "a chat quotes nothing")
        try await eventually("the reply counts as sent") { try await shop.api.outgoing("sent").count == 1 }

        let channel = try await shop.channel()
        #expect(channel["unpacked"].integer == 1)
        #expect(channel["contradictions"].integer == 0)
        let proof = try await shop.prove()
        #expect(proof["taken"].integer == 1)
        #expect(proof["answered"].integer == 1)
        #expect(proof["duplicated"].integer == 0)
        #expect(replies.requests.count == 1)
    }

    @Test("a second message within the pause is read with the first, and stops an approval that has not left")
    func secondThought() async throws {
        let replies = try ReplyReceiver()
        let shop = try Shop.chat(replies: replies, undo: "2m")
        try await shop.open()
        let source = try shop.webhooks()
        let first = WebhookSource.message("m1", from: "mara", text: Self.question)
        #expect(try await source.post(first, id: "msg_1") == 200)
        let draft = try await shop.api.draft(answering: "chat:support/mara")
        #expect(try await shop.api.approve(shop.api.fill(draft)).status == 201)
        #expect(try await shop.api.outgoing("waiting").count == 1)

        let second = WebhookSource.message("m2", from: "mara", text: "I mean order 4712, sorry!")
        #expect(try await source.post(second, id: "msg_2") == 200)
        try await eventually("the approval is stopped") {
            try await shop.api.outgoing("waiting").isEmpty
        }
        #expect(try await shop.api.outgoing("cancelled").count == 1)
        let next = try await eventually("a new draft") {
            let next = try await shop.api.draft(answering: "chat:support/mara")
            return next["id"] == draft["id"] ? nil : next
        }
        #expect(next["conversation"] == draft["conversation"])
        #expect(next["text"].text != draft["text"].text)
        #expect(try await shop.api.drafts().count == 1)
        #expect(try await shop.api.approve(draft).status == 409, "the first draft is gone")
        #expect(replies.requests.isEmpty)
    }

    @Test(
        "a channel whose key is missing stops nothing: what comes is put off and people are told, until the key is there"
    )
    func missingKey() async throws {
        let shop = try Shop.chat()
        try FileManager.default.removeItem(atPath: shop.directory.path("key"))
        let check = try await shop.run("check")
        #expect(check.status != 0)
        #expect(check.errors.contains("\(shop.directory.path("key")) does not exist"), "\(check)")
        try await shop.open()
        let source = try shop.webhooks()
        let asked = WebhookSource.message("m1", from: "mara", text: Self.question)
        #expect(try await source.post(asked, id: "msg_1") == 503)
        try await eventually("people are told") { shop.log.contains("\(shop.directory.path("key")) does not exist") }
        try shop.directory.write("\(WebhookSource.key)\n", to: "key")
        #expect(try await source.post(asked, id: "msg_1") == 200)
        try await shop.caughtUp(1)
        try await eventually("all is well again") { shop.log.contains("alert over") }
    }

    @Test("what is not signed by the key is refused and leaves no trace but a counter")
    func refused() async throws {
        let shop = try Shop.chat()
        try await shop.open()
        let stranger = try shop.webhooks(key: ReplyReceiver.key)
        let asked = WebhookSource.message("m1", from: "mara", text: Self.question)
        #expect(try await stranger.post(asked, id: "msg_1") == 401)
        let channel = try await shop.channel()
        #expect(channel["newest"] == .null)
        #expect(channel["received"].integer == 0)
    }
}
