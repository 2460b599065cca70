import Chat
import Foundation
import Model
import Pipeline
import Storage
import Testing

@Suite("How a reply would go out in a chat")
struct ChatOutlookTests {
    private let help: HelpDesk
    private static let name = InboxName("shop")

    init() throws {
        help = try Self.desk(.whatsapp(MetaChannel(account: "1", verifyToken: .environment("TOKEN"))))
    }

    private static func desk(_ provider: ChannelProvider) throws -> HelpDesk {
        var inbox = Inbox(name: name, addresses: [], undoWindow: 15)
        inbox.channel = ChannelSettings(provider: provider, pause: 60)
        return try HelpDesk(inbox: inbox)
    }

    private func hear(
        _ text: String,
        number: Int = 1,
        ago: TimeInterval = 0,
        at desk: HelpDesk? = nil
    ) async throws -> Message {
        let help = desk ?? self.help
        let at = help.clock.now.addingTimeInterval(-ago)
        let chat = ChatMessage(
            id: "m\(number)",
            place: ChatPlace(chat: "4917012345"),
            person: ChatPerson(id: "4917012345", name: "Mara"),
            sentAt: at,
            text: text
        )
        var arrival = Arrival(
            origin: Origin(inbox: Self.name, item: chat.id),
            raw: chat.bytes,
            form: .chat,
            circumstance: .live,
            sourceDate: at
        )
        arrival.sender = chat.person.id
        let taken = try #require(try await help.store.take([arrival], advancing: nil, at: help.clock.now).first)
        _ = await help.reader().readWaiting()
        return try await #require(help.store.message(taken.message))
    }

    private func review(_ message: Message, at desk: HelpDesk? = nil) async throws -> DraftReview {
        let help = desk ?? self.help
        if try await help.store.user(named: "anna") == nil {
            let at = help.clock.now
            _ = try await help.store.addUser(name: "anna", displayName: "Anna", role: .agent, passwordHash: "", at: at)
        }
        let draft = try await help.readyDraft(for: message)
        return try await #require(help.desk().review(draft.id, for: "anna"))
    }

    @Test("in time: until when, and in how many messages")
    func open() async throws {
        let message = try await hear("Where is my order?", ago: 3_600)
        let outlook = try #require(try await review(message).chat)
        #expect(outlook.channel == Self.name)
        #expect(outlook.place == ChatPlace(chat: "4917012345"))
        #expect(outlook.closesAt == help.clock.now.addingTimeInterval(82_800))
        #expect(outlook.closed == nil && !outlook.isClosing)
        #expect(outlook.parts?.count == 1)
    }

    @Test("counts from the last message of the customer, and warns when less than two hours are left")
    func closing() async throws {
        _ = try await hear("Hello", ago: 86_000)
        let message = try await hear("Where is my order?", number: 2, ago: 80_000)
        let outlook = try #require(try await review(message).chat)
        #expect(outlook.closesAt == help.clock.now.addingTimeInterval(6_400))
        #expect(outlook.isClosing)
    }

    @Test("too late: the reason with what can be done instead, the same that refuses the release")
    func closed() async throws {
        // The reply waits for its undo window, and would leave after the end.
        let message = try await hear("Where is my order?", ago: 86_390)
        let review = try await review(message)
        let closed = try #require(review.chat?.closed)
        #expect(closed.contains("by mail or telephone"))
        #expect(review.obstacles == [.notSendable(closed)])
        #expect(review.chat?.parts == nil)
    }

    @Test(
        "the rules of WhatsApp and Messenger hold where Twilio stands between, and for SMS nothing ends",
        arguments: [("+4930", false), ("whatsapp:+4930", true), ("messenger:77", true)]
    )
    func throughTwilio(sender: String, ends: Bool) async throws {
        let desk = try Self.desk(.twilio(TwilioChannel(account: "AC1", sender: sender)))
        let message = try await hear("Where is my order?", ago: 108_000, at: desk)
        let review = try await review(message, at: desk)
        #expect((review.chat?.closed != nil) == ends)
        #expect(review.obstacles.isEmpty == !ends)
    }

    @Test(
        "where replies have no way to go, that is said before one is written, with what to do instead",
        arguments: [
            (ChannelProvider.feed(FeedChannel(url: "https://help.test/feed")), "A feed is only read"),
            (.webhook(GenericChannel()), "it has no “reply” with a “url”"),
        ]
    )
    func noReplies(provider: ChannelProvider, words: String) async throws {
        let desk = try Self.desk(provider)
        let review = try await review(try await hear("Where is my order?", at: desk), at: desk)
        let closed = try #require(review.chat?.closed)
        #expect(closed.contains(words) && closed.contains("close it here without a reply"), "\(closed)")
        #expect(review.obstacles == [.notSendable(closed)])
        #expect(review.chat?.closesAt == nil)
    }
}
