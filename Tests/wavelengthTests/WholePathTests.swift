import Foundation
import MIME
import Model
import TestSupport
import Testing

@Suite("A customer's mail, from their mail program and back")
struct WholePathTests {
    @Test("is fetched, drafted, approved and answered in its thread, and so is what the customer writes next")
    func wholePath() async throws {
        let office = try await PostOffice.shared()
        let support = try office.newUser("help", at: "shop.test")
        let customer = try office.newUser("mara")
        let shop = try Shop(office, support, extra: "sent_copy: true")
        try await shop.open()
        let asked = letter(from: customer.address, to: support.address)
        try office.send(asked, from: customer.address, to: [support.address])
        let draft = try await shop.api.draft(answering: customer.address)
        #expect(try await shop.api.approve(draft).status == 409, "a draft with open slots was approved")
        let approved = try await shop.api.approve(shop.api.fill(draft))
        #expect(approved.status == 201, "\(approved)")

        let reply = ParsedMessage(parsing: try await office.mail(of: customer)[0])
        expectReply(reply, to: ParsedMessage(parsing: asked).content, from: support)
        let kept = try await office.mail(of: support, in: "Sent")
        #expect(ParsedMessage(parsing: kept[0]).content.messageID == reply.content.messageID)

        try await answerBack(reply, office, customer, support, shop, conversation: draft["conversation"])
        let proof = try await shop.prove()
        #expect(proof["missing"].integer == 0)
        #expect(proof["duplicated"].integer == 0)
        #expect(proof["taken"].integer == 2)
        #expect(proof["answered"].integer == 1)
    }

    private func expectReply(_ reply: ParsedMessage, to asked: MessageContent, from support: MailUser) {
        let content = reply.content
        #expect(content.subject == "Re: Where is my order 4711")
        #expect(content.from == MailAddress(name: "Example Shöp", address: support.address))
        #expect(content.inReplyTo == [asked.messageID])
        #expect(content.references == [asked.messageID])
        #expect(content.messageID?.hasPrefix("wl.") == true)
        #expect(content.messageID?.hasSuffix("@shop.test") == true)
        for mark in ["Auto-Submitted", "Precedence", "X-Auto-Response-Suppress"] {
            #expect(reply.fields.values(of: mark).isEmpty)
        }
        #expect(reply.fields.values(of: "Content-Type").first?.hasPrefix("multipart/alternative") == true)
        #expect(content.text.contains("> where is my order 4711? Thank you for looking."))
        #expect(content.html?.contains("<blockquote") == true)
        #expect(!content.text.contains("[["))
    }

    private func answerBack(
        _ reply: ParsedMessage,
        _ office: PostOffice,
        _ customer: MailUser,
        _ support: MailUser,
        _ shop: Shop,
        conversation: JSON
    ) async throws {
        let id = try #require(reply.content.messageID)
        let answer = letter(
            from: customer.address,
            to: support.address,
            subject: "something else entirely",
            text: "Not here.",
            fields: ["In-Reply-To: <\(id)>"]
        )
        try office.send(answer, from: customer.address, to: [support.address])
        let next = try await shop.api.draft(answering: customer.address)
        #expect(next["conversation"] == conversation)
        let record = try await shop.api.get("/conversations/\(conversation.integer ?? 0)")
        #expect(record["messages"].items.count == 2)
    }

    @Test("a reply that bounces comes back into its conversation")
    func bounce() async throws {
        let office = try await PostOffice.shared()
        let support = try office.newUser("help", at: "shop.test")
        let shop = try Shop(office, support)
        try await shop.open()
        let nobody = "nobody-\(UInt64.random(in: .min ... .max))@customer.test"
        try office.send(letter(from: nobody, to: support.address), from: nobody, to: [support.address])
        let draft = try await shop.api.draft(answering: nobody)
        #expect(try await shop.api.approve(shop.api.fill(draft)).status == 201)
        let path = "/conversations/\(draft["conversation"].integer ?? 0)"
        let record = try await eventually("the bounce\n\(office.exim.log)") {
            let record = try await shop.api.get(path)
            return record["messages"].items.count == 2 ? record : nil
        }
        let bounce = try #require(record["messages"].items.last)
        #expect(bounce["reading"]["automatic"]["verdict"].text == "bounce")
        #expect(bounce["reading"]["automatic"]["mayAutoReply"] == .bool(false))
        #expect(record["history"].items.contains { $0["event"].text == "bounced" })
        #expect(try await shop.api.custody()["open"].integer ?? 0 >= 1, "the desk has to see it")
    }

    @Test("a draft exists soon after delivery: the mailbox is watched, not polled")
    func idle() async throws {
        let office = try await PostOffice.shared()
        let support = try office.newUser("help", at: "shop.test")
        let shop = try Shop(office, support)
        try await shop.open()
        try office.dovecot.deliver(letter(from: "first@customer.test", to: support.address), to: support.address)
        _ = try await shop.api.draft(answering: "first@customer.test")
        var times: [Duration] = []
        for number in 1...5 {
            let sender = "c\(number)@customer.test"
            let start = ContinuousClock.now
            try office.dovecot.deliver(letter(from: sender, to: support.address), to: support.address)
            // The settings' poll interval is a minute: within 45 seconds only IDLE can have told of it.
            _ = try await shop.api.draft(answering: sender, within: .seconds(45))
            times.append(ContinuousClock.now - start)
        }
        print("from LMTP delivery to the draft, seen through the API: \(times.sorted().map(\.description))")
        #expect(times.count == 5)
    }

    @Test("two agents who approve at once: one wins, the other is told why")
    func twoAgents() async throws {
        let office = try await PostOffice.shared()
        let support = try office.newUser("help", at: "shop.test")
        let customer = try office.newUser("mara")
        let shop = try Shop(office, support)
        try await shop.open()
        try office.send(
            letter(from: customer.address, to: support.address),
            from: customer.address,
            to: [support.address]
        )
        let draft = try await shop.api.fill(shop.api.draft(answering: customer.address))
        let api = shop.api
        let answers = try await withThrowingTaskGroup(of: DeskAPI.Answer.self) { group in
            for _ in 0..<6 { group.addTask { try await api.approve(draft) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { $0.status == 201 } == 1)
        for loser in answers where loser.status != 201 {
            #expect(loser.status == 409)
            #expect(loser.body["error"]["refusals"].items.first?["reason"].text == "already-decided")
            #expect(loser.body["error"]["refusals"].items.first?["by"].text == "anna")
        }
        try await eventually("the one mail is sent") { try await api.outgoing("sent").count == 1 }
        #expect(try await office.mail(of: customer).count == 1)
    }
}
