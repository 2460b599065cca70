import Foundation
import MIME
import Model
import Pipeline
import Storage
import Testing

@Suite("Replies of the widget that go by mail as well")
struct WidgetOutletTests {
    private static let address = "mara@customer.example"

    /// A reply to somebody who left an address, tried once.
    private func answered(_ relay: Shopfront.Relay) async throws -> (Shopfront, WidgetSession, OutgoingMail) {
        let shop = try Shopfront(relay: relay)
        let mara = shop.visitor()
        try await shop.write("Where is my order?", as: mara)
        try await shop.widget.leave(Self.address, by: mara)
        let reply = try await shop.approve(for: mara)
        #expect(await shop.deliver() == 1)
        return (shop, mara, reply)
    }

    @Test("an address that was left gets the reply once, threaded, without what the visitor wrote")
    func mailed() async throws {
        let relay = Shopfront.Relay(.accepted(answer: "250 OK"))
        let (shop, mara, reply) = try await answered(relay)
        #expect(try await shop.help.state(of: reply) == .sent)
        #expect(try await shop.seen(by: mara).count == 2)
        #expect(await shop.deliver() == 0)
        let mail = try #require(relay.mails.first)
        #expect(relay.mails.count == 1)
        #expect(mail.forwardPaths == [Self.address])
        #expect(mail.reversePath == "help@shop.example")
        #expect(mail.messageID == reply.mail.messageID)
        let text = String(decoding: mail.raw, as: UTF8.self)
        #expect(text.contains("It is with you on Thursday."))
        #expect(!text.contains("Where is my order?"))
        #expect(text.contains("Subject: Answer from the chat: Ask us"))
        // An answer to it finds the conversation.
        #expect(shop.help.token.verify(mail.messageID) == reply.conversation)
        let references = ParsedMessage(parsing: mail.raw).fields.values(of: "References").first ?? ""
        #expect(
            shop.help.token.verify(references.trimmingCharacters(in: .init(charactersIn: "<> "))) == reply.conversation
        )
    }

    @Test("without an address, or without a relay, the reply is shown and nothing is mailed")
    func onlyShown() async throws {
        let relay = Shopfront.Relay(.accepted(answer: "250 OK"))
        for shop in [try Shopfront(relay: relay), try Shopfront()] {
            let mara = shop.visitor()
            try await shop.write("Where is my order?", as: mara)
            if shop.relay == nil { try await shop.widget.leave(Self.address, by: mara) }
            let reply = try await shop.approve(for: mara)
            await shop.deliver()
            let sent = try await #require(shop.help.store.outgoingMail(reply.id))
            #expect(sent.state == .sent)
            #expect(sent.lastAnswer == "shown in the widget")
            #expect(sent.copy == nil)
        }
        #expect(relay.mails.isEmpty)
    }

    @Test(
        "whatever the relay says, the reply stays said",
        arguments: [
            (DeliveryOutcome.refused(answer: "550 no such user"), "not mailed to mara@customer.example: 550", .refused),
            (.unknown(answer: "closed"), "whether mara@customer.example has it as mail is not known", .unknown),
        ] as [(DeliveryOutcome, String, MailedCopy)]
    )
    func settled(outcome: DeliveryOutcome, words: String, copy: MailedCopy) async throws {
        let (shop, mara, reply) = try await answered(Shopfront.Relay(outcome))
        let sent = try await #require(shop.help.store.outgoingMail(reply.id))
        #expect(sent.state == .sent)
        #expect(sent.lastAnswer?.contains(words) == true)
        #expect(sent.copy == copy)
        #expect(try await shop.help.store.openCopies(limit: 9).map(\.id) == [reply.id])
        #expect(try await shop.seen(by: mara).count == 2)
    }

    @Test("a relay that puts us off is tried again, while the visitor has the reply already")
    func deferred() async throws {
        let relay = Shopfront.Relay(.deferred(answer: "451 later", retryAfter: 600), .accepted(answer: "250 OK"))
        let (shop, mara, reply) = try await answered(relay)
        #expect(try await shop.help.state(of: reply) == .waiting)
        #expect(try await shop.help.store.outgoingMail(reply.id)?.copy == nil)
        #expect(try await shop.seen(by: mara).count == 2)
        shop.help.clock.advance(599)
        #expect(await shop.deliver() == 0)
        shop.help.clock.advance(1)
        #expect(await shop.deliver() == 1)
        #expect(try await shop.help.state(of: reply) == .sent)
        #expect(try await shop.help.store.outgoingMail(reply.id)?.copy == .mailed)
        #expect(try await shop.help.store.openCopies(limit: 9).isEmpty)
        #expect(relay.mails.map(\.raw).count == 2)
        #expect(relay.mails[0].raw == relay.mails[1].raw)
    }

    @Test("a visitor who takes the address back while the relay puts us off leaves nothing open")
    func takenBack() async throws {
        let relay = Shopfront.Relay(.deferred(answer: "451 later", retryAfter: 600))
        let (shop, mara, reply) = try await answered(relay)
        try await shop.widget.leave(nil, by: mara)
        shop.help.clock.advance(600)
        #expect(await shop.deliver() == 1)
        let sent = try await #require(shop.help.store.outgoingMail(reply.id))
        #expect(sent.state == .sent && sent.copy == nil)
        #expect(relay.mails.count == 1)
    }

    @Test("a relay that puts us off for days is given up, and the reply is sent for all that")
    func givenUp() async throws {
        let (shop, _, reply) = try await answered(Shopfront.Relay(.deferred(answer: "451 later")))
        shop.help.clock.advance(2 * 86_400)
        #expect(await shop.deliver() == 1)
        let sent = try await #require(shop.help.store.outgoingMail(reply.id))
        #expect(sent.state == .sent)
        #expect(sent.lastAnswer?.contains("given up: 451 later") == true)
        #expect(sent.copy == .refused)
    }
}
