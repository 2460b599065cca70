import Chat
import Foundation
import Model
import Pipeline
import Storage
import Testing

@Suite("The chat widget")
struct ChatWidgetTests {
    @Test("what a visitor writes is a delivery of the generic channel, and opens a matter for the desk")
    func taken() async throws {
        let shop = try Shopfront()
        let mara = shop.visitor()
        try await shop.write("Where is my order?", as: mara)
        let delivery = try await #require(shop.help.store.deliveries(of: shop.widget.name, in: nil, limit: 9).first)
        #expect(delivery.state == .unpacked)
        #expect(delivery.request.url == "https://desk.shop.example/widget/site/messages")
        #expect(delivery.key == "\(mara.person.person)/m1")
        let entry = try await #require(shop.help.store.queue(limit: 9, offset: 0).first)
        let message = try await #require(shop.help.store.message(entry.message.id))
        #expect(message.form == .chat)
        #expect(message.content?.text == "Where is my order?")
        #expect(message.content?.from?.address == "chat:site/\(mara.person.person)")
    }

    @Test("a message that is sent again is taken once, and its number with other words is refused")
    func again() async throws {
        let shop = try Shopfront()
        let mara = shop.visitor()
        let first = try #require(WidgetMessage(clientID: "m1", text: " Hello \n"))
        #expect(await shop.widget.take(first, of: mara) == .taken)
        #expect(await shop.widget.take(first, of: mara) == .taken)
        let other = try #require(WidgetMessage(clientID: "m1", text: "Good-bye"))
        #expect(await shop.widget.take(other, of: mara) == .numberIsUsed)
        // Another visitor may use the same number.
        #expect(await shop.widget.take(other, of: shop.visitor(8)) == .taken)
        #expect(try await shop.help.store.deliveries(of: shop.widget.name, in: nil, limit: 9).count == 2)
    }

    @Test("nothing is called taken that the store could not take")
    func putOff() async throws {
        let shop = try Shopfront(accept: { _ in throw StoreError.cannotWrite("The disk is full.") })
        let message = try #require(WidgetMessage(clientID: "m1", text: "Hello"))
        #expect(await shop.widget.take(message, of: shop.visitor()) == .putOff)
    }

    @Test(
        "numbers and texts that cannot be taken are none",
        arguments: [
            ("", "Hello"), ("a b", "Hello"), ("a/b", "Hello"), (String(repeating: "a", count: 65), "Hello"), ("m1", ""),
            ("m1", " \n "), ("m1", String(repeating: "é", count: WidgetMessage.longest + 1)),
        ]
    )
    func unusable(clientID: String, text: String) {
        #expect(WidgetMessage(clientID: clientID, text: text) == nil)
    }

    @Test("a reply is seen when it is out, not when it is drafted or approved")
    func shown() async throws {
        let shop = try Shopfront()
        let mara = shop.visitor()
        try await shop.write("Where is my order?", as: mara)
        #expect(try await shop.seen(by: mara) == ["> Where is my order?"])
        let reply = try await shop.approve(for: mara)
        #expect(try await shop.seen(by: mara) == ["> Where is my order?"])
        #expect(await shop.deliver() == 1)
        let seen = try await shop.seen(by: mara)
        #expect(seen.count == 2)
        #expect(seen.last?.contains("It is with you on Thursday.") == true)
        #expect(try await shop.help.state(of: reply) == .sent)
        #expect(try await shop.seen(by: shop.visitor(8)).isEmpty)
    }

    @Test("what a reply promised is told to its visitor from when it is out until it is due, and to nobody else")
    func promised() async throws {
        let shop = try Shopfront()
        let mara = shop.visitor()
        try await shop.write("Where is my order?", as: mara)
        let due = shop.help.clock.now.addingTimeInterval(86_400)
        let terms = PromiseTerms(what: "The order arrives", due: .moment(due), owner: "anna")
        let reply = try await shop.approve(for: mara, promise: .made([terms]))
        let promise = try await #require(shop.help.store.promises(in: reply.conversation).first)
        #expect(try await shop.widget.conversation(of: mara).promisedBy == nil)
        await shop.deliver()
        let conversation = try await shop.widget.conversation(of: mara)
        #expect(conversation.promisedBy == promise.dueAt)
        #expect(await shop.widget.outlook(promisedBy: conversation.promisedBy).promisedBy == promise.dueAt)
        #expect(try await shop.widget.conversation(of: shop.visitor(8)).promisedBy == nil)
        shop.help.clock.advance(promise.dueAt.timeIntervalSince(shop.help.clock.now))
        let later = try await shop.widget.conversation(of: mara)
        #expect(later.promisedBy == nil && later.mark != conversation.mark)
    }

    @Test("who waits hears of a reply at once, and of nothing when there is nothing")
    func waiting() async throws {
        let shop = try Shopfront()
        let mara = shop.visitor()
        try await shop.write("Where is my order?", as: mara)
        _ = try await shop.approve(for: mara)
        let mark = try await shop.widget.conversation(of: mara).mark
        let nothing = try await shop.widget.conversation(of: mara, unlike: mark, patience: .zero)
        #expect(nothing == nil)
        async let change = shop.widget.conversation(of: mara, unlike: mark, patience: .seconds(60))
        await shop.deliver()
        #expect(try await change?.entries.count == 2)
    }

    @Test("a token is good for its widget alone, and for no other number")
    func tokens() throws {
        let token = MessageToken(secret: Array(repeating: 1, count: 32))
        let site = InboxName("site")
        let session = token.widgetSession(in: site, random: Array(0..<16))
        #expect(session.person.person == "000102030405060708090a0b0c0d0e0f")
        #expect(token.widgetSession(in: site, presented: session.token) == session)
        #expect(token.widgetSession(in: InboxName("other"), presented: session.token) == nil)
        let forged = "1" + session.token.dropFirst()
        for wrong in ["", ".", session.person.person, forged, session.token + "0", session.token.uppercased()] {
            #expect(token.widgetSession(in: site, presented: wrong) == nil, "\(wrong)")
        }
        let stranger = MessageToken(secret: Array(repeating: 2, count: 32))
        #expect(stranger.widgetSession(in: site, presented: session.token) == nil)
    }
}
