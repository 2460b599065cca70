import Chat
import Foundation
import Model
import Pipeline
import Storage
import Testing

@Suite("What a provider says later of a reply")
struct ChatReceiptTests {
    private static let account = MetaChannel(account: "1065", verifyToken: .environment("V"))

    private let scene: ChatScene

    init() throws {
        scene = try ChatScene(.whatsapp(Self.account), undo: 0)
    }

    /// A reply that the provider takes as `wamid.R`.
    private func sent() async throws -> (Message, OutgoingMail) {
        try await scene.addAnna()
        let message = try await scene.receive(ChatScene.message("wamid.1", "where is my order"))
        let mail = try await scene.outgoing(try await scene.approve(message))
        let deliverer = scene.help.deliverer { _, willHandOver, partSent in
            try? await willHandOver()
            try? await partSent(SentPart(number: 1, id: "wamid.R"))
            return .accepted(answer: "WhatsApp took it as wamid.R")
        }
        #expect(await deliverer.deliverDue() == 1)
        return (message, mail)
    }

    /// Takes apart what WhatsApp delivers with these statuses.
    private func deliver(_ statuses: String) async throws {
        let body = #"""
            {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value": {
             "metadata": {"phone_number_id": "1065"}, "statuses": [\#(statuses)]}}]}]}
            """#
        let channel = scene.help.inbox.name
        let request = ReceivedRequest(url: "https://desk.example/channels/chat", body: Array(body.utf8))
        let delivery = NewDelivery(channel: channel, request: request, identity: .bytes)
        _ = try await scene.help.store.accept([delivery], advancing: nil, at: scene.help.clock.now)
        let unpacker = DeliveryUnpacker(ChannelSettings(provider: .whatsapp(Self.account)), channel: channel)
        let unpacking = DeliveryUnpacking(
            store: scene.help.store,
            items: { try unpacker.items(of: $0.request) },
            bell: Bell(),
            mailCame: {},
            now: { [clock = scene.help.clock] in clock.now },
            logger: HelpDesk.logger
        )
        #expect(await unpacking.unpackWaiting() == 1)
    }

    @Test("one that is lost waits in the queue again, its text kept, with the reason and what can be done")
    func lost() async throws {
        let (message, mail) = try await sent()
        #expect(try await scene.help.store.queue(limit: 9, offset: 0).isEmpty)
        let error = #"{"code": 131047, "title": "Re-engagement message"}"#
        try await deliver(#"{"id": "wamid.R", "status": "failed", "errors": [\#(error)]}"#)
        let entry = try await #require(scene.help.store.queue(limit: 9, offset: 0).first)
        #expect(entry.message.id == message.id)
        let draft = try #require(entry.draft)
        #expect(draft.body.text.contains("on Thursday") || draft.body.slots.contains { $0.value == "Thursday" })
        #expect(
            draft.note == "WhatsApp did not deliver the reply: the customer's last message was more than 24 hours ago "
                + "(131047: Re-engagement message). "
                + "They have to write first; until then answer in another way, such as by mail or telephone."
        )
        #expect(try await scene.help.state(of: mail) == .failed)
        #expect(try await scene.help.record(of: message).history.contains { $0.event == .bounced })
    }

    @Test("what was delivered and read leaves everything as it is, and no message at the desk")
    func delivered() async throws {
        let (message, mail) = try await sent()
        let events = try await scene.help.record(of: message).history
        try await deliver(
            #"{"id": "wamid.R", "status": "sent"}, {"id": "wamid.R", "status": "delivered"}, {"id": "wamid.R", "status": "read"}"#
        )
        #expect(try await scene.help.state(of: mail) == .sent)
        #expect(try await scene.help.record(of: message).history == events)
        #expect(try await scene.help.store.custody().taken == 1)
        #expect(try await scene.help.store.queue(limit: 9, offset: 0).isEmpty)
    }

    @Test("a reply in doubt is sent once WhatsApp tells of it by the name that we gave it")
    func doubt() async throws {
        try await scene.addAnna()
        let message = try await scene.receive(ChatScene.message("wamid.1", "where is my order"))
        let mail = try await scene.outgoing(try await scene.approve(message))
        let deliverer = scene.help.deliverer { _, willHandOver, _ in
            try? await willHandOver()
            return .unknown(answer: "WhatsApp did not answer.")
        }
        #expect(await deliverer.deliverDue() == 1)
        #expect(try await scene.help.state(of: mail) == .uncertain)
        let name = SentPartName(messageID: mail.mail.messageID, part: 1)
        try await deliver(#"{"id": "wamid.R", "status": "sent", "biz_opaque_callback_data": "\#(name)"}"#)
        #expect(try await scene.help.state(of: mail) == .sent)
    }
}
