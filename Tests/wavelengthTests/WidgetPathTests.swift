import Foundation
import MIME
import Model
import TestSupport
import Testing

@Suite("A visitor's chat, on the page that the daemon serves")
struct WidgetPathTests {
    private static let question = "Hello, where is my order 4711? Thank you for looking."

    @Test("is stored, drafted, approved and answered on the page, and is still there after a power cut")
    func wholePath() async throws {
        let shop = try Shop.widget()
        try await shop.open()
        let page = WidgetVisitor(port: shop.port)
        let html = try await page.get("/widget/support")
        #expect(html.status == 200 && html.body.contains("<h1>Ask us</h1>"))
        #expect(try await page.get("/widget/support.js").status == 200)
        #expect(try await page.look().status == 401, "nobody has begun a chat")

        let visitor = try await page.begun()
        #expect(try await visitor.write(Self.question, id: "m1") == 202)
        // Stored is not yet taken apart; until then the page shows its own copy.
        let asked = try await eventually("the message is in the chat") {
            let look = try await visitor.look()
            return look.entries.isEmpty ? nil : look
        }
        #expect(asked.entries.map { $0["text"].text } == [Self.question])
        let draft = try await shop.api.draft(answering: visitor.address)
        #expect(try await visitor.look().entries.count == 1, "a draft is nothing that a visitor sees")

        async let answered = visitor.look(after: asked.mark)
        #expect(try await shop.api.approve(shop.api.fill(draft)).status == 201)
        let look = try await answered
        #expect(look.status == 200, "\(shop.log.suffix(2_000))")
        let reply = try #require(look.entries.last)
        #expect(look.entries.count == 2)
        #expect(reply["isOwn"] == .bool(false))
        #expect(reply["text"].text?.contains("4711") == true, "\(reply)")
        try await eventually("the reply counts as sent") { try await shop.api.outgoing("sent").count == 1 }

        shop.kill()
        try await shop.start()
        let later = try await visitor.look()
        #expect(later.entries == look.entries && later.mark == look.mark)
        #expect(try await visitor.write(Self.question, id: "m1") == 202, "tried again by the page")
        #expect(try await page.begun().look().entries.isEmpty, "another visitor sees nothing of it")
        try await expectCustody(shop)
    }

    private func expectCustody(_ shop: Shop) async throws {
        let channel = try await shop.channel()
        #expect(channel["unpacked"].integer == 1)
        #expect(channel["contradictions"].integer == 0)
        let proof = try await shop.prove()
        #expect(proof["taken"].integer == 1)
        #expect(proof["answered"].integer == 1)
        #expect(proof["duplicated"].integer == 0)
    }

    @Test("a reply to a visitor who left an address is shown and mailed, and the mail is a reply to the chat")
    func mailed() async throws {
        let office = try await PostOffice.shared()
        let support = try office.newUser("help", at: "shop.test")
        let customer = try office.newUser("mara")
        let shop = try Shop.widget(office, support)
        try await shop.open()
        let visitor = try await WidgetVisitor(port: shop.port).begun()
        let left = JSON.object(["address": .string(customer.address)])
        #expect(try await visitor.post("/widget/support/address", left).status == 204)
        #expect(try await visitor.write(Self.question, id: "m1") == 202)
        let draft = try await shop.api.draft(answering: visitor.address)
        #expect(try await shop.api.approve(shop.api.fill(draft)).status == 201)

        let mail = ParsedMessage(parsing: try await office.mail(of: customer)[0]).content
        #expect(mail.subject == "Answer from the chat: Ask us")
        #expect(mail.from?.address == support.address)
        #expect(mail.text.contains("4711"))
        #expect(!mail.text.contains("Thank you for looking"), "the address proves nothing, so nothing is quoted")
        #expect(try await visitor.look().entries.count == 2)
        let sent = try await eventually("the reply counts as sent") { try await shop.api.outgoing("sent").first }
        #expect(sent["copy"].text == "mailed")
        #expect(sent["messageID"].text == mail.messageID)
    }
}

extension Shop {
    /// A shop whose inbox is a chat widget.
    fileprivate static func widget() throws -> Shop {
        try Shop(inbox: widgetLines)
    }

    /// One that sends mail as well, over the submission port of `office`.
    fileprivate static func widget(_ office: PostOffice, _ user: MailUser) throws -> Shop {
        let shop = try Shop(
            inbox: """
                addresses: [\(user.address)]
                \(widgetLines)
                smtp:
                  host: localhost
                  port: \(office.exim.ports.submissions)
                  security: tls
                  certificate: {authority: \(office.dovecot.certificates.authority)}
                  user: \(user.address)
                  password: {file: password}
                """
        )
        try shop.directory.write("\(user.password)\n", to: "password")
        return shop
    }

    private static var widgetLines: String {
        """
        sender_name: Example Shop
        language: en
        undo: 0s
        widget:
          origins: [https://shop.example]
          title: Ask us
        """
    }
}
