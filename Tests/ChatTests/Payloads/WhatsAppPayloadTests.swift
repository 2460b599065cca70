import Foundation
import Model
import Testing

@testable import Chat

@Suite("Deliveries of WhatsApp Cloud")
struct WhatsAppPayloadTests {
    private let whatsapp = Unpacking(
        .whatsapp(MetaChannel(account: "106540352242922", verifyToken: .environment("VERIFY")))
    )

    /// A change with a value, as the API wraps it.
    static func delivery(_ value: String, number: String = "106540352242922") -> String {
        #"""
        {"object": "whatsapp_business_account", "entry": [{"id": "102290129340398", "changes": [{"field": "messages",
         "value": {"messaging_product": "whatsapp", "metadata": {"display_phone_number": "15550783881",
          "phone_number_id": "\#(number)"}, \#(value)}}]}]}
        """#
    }

    /// A message of Ana's.
    static func message(_ members: String) -> String {
        delivery(
            #"""
            "contacts": [{"profile": {"name": "Ana Berg"}, "wa_id": "491701234567"}],
            "messages": [{"from": "491701234567", "id": "wamid.A1", "timestamp": "1772618400", \#(members)}]
            """#
        )
    }

    @Test("a text comes with the name of its author and the message that it answers")
    func text() throws {
        #expect(
            try whatsapp.message(
                Self.message(
                    #""type": "text", "text": {"body": "Wo ist es?"}, "context": {"from": "1", "id": "wamid.A0"}"#
                )
            )
                == ChatMessage(
                    id: "wamid.A1",
                    place: ChatPlace(chat: "491701234567"),
                    person: ChatPerson(id: "491701234567", name: "Ana Berg"),
                    sentAt: Date(timeIntervalSince1970: 1_772_618_400),
                    text: "Wo ist es?",
                    answers: "wamid.A0"
                )
        )
    }

    @Test(
        "files come with the number to ask for them by",
        arguments: [
            (
                #""type": "image", "image": {"id": "1", "mime_type": "image/jpeg", "caption": "broken"}"#, "image",
                "image/jpeg", "broken"
            ),
            (
                #""type": "document", "document": {"id": "1", "filename": "bill.pdf", "mime_type": "application/pdf"}"#,
                "bill.pdf",
                "application/pdf", ""
            ),
            (
                #""type": "audio", "audio": {"id": 1, "mime_type": "audio/ogg; codecs=opus", "voice": true}"#, "audio",
                "audio/ogg", ""
            ),
            (#""type": "video", "video": {"id": "1"}"#, "video", FileType.unknown, ""),
        ]
    )
    func files(members: String, name: String, type: String, text: String) throws {
        let message = try whatsapp.message(Self.message(members))
        #expect(message.attachments == [ChatAttachment(name: name, type: type, reference: "1")])
        #expect(message.text == text)
    }

    @Test(
        "choices and what is no text",
        arguments: [
            (
                #""type": "interactive", "interactive": {"type": "button_reply", "button_reply": {"id": "1", "title": "Yes"}}"#,
                "Yes", "chosen from what was offered"
            ),
            (
                #""type": "interactive", "interactive": {"type": "list_reply", "list_reply": {"title": "Red", "description": "size 9"}}"#,
                "Red", "chosen from what was offered size 9"
            ),
            (#""type": "button", "button": {"text": "No", "payload": "n"}"#, "No", "a button was pressed"),
            (
                #""type": "location", "location": {"latitude": 52.5, "longitude": 13.25, "name": "Shop"}"#, "",
                "a place on the map: Shop (52.5, 13.25)"
            ),
            (
                #""type": "contacts", "contacts": [{"name": {"formatted_name": "Bo"}, "phones": [{"phone": "+4930"}]}]"#,
                "",
                "a contact: Bo +4930"
            ),
            (
                #""type": "order", "order": {"text": "please", "product_items": [{"product_retailer_id": "sku", "quantity": 2}]}"#,
                "please", "orders 2 × sku"
            ),
            (
                #""type": "hologram", "hologram": {"x": 1}"#, #"{"x":1}"#,
                "something of the kind “hologram”, which cannot be shown"
            ),
            (
                #""type": "unsupported", "errors": [{"code": 131051, "title": "Message type unknown"}]"#, "",
                "something of the kind “unsupported”, which cannot be shown: Message type unknown (131051)"
            ),
            (
                #""type": "text", "text": {"body": "x"}, "context": {"forwarded": true}"#, "x",
                "passed on from elsewhere"
            ),
        ]
    )
    func others(members: String, text: String, remark: String) throws {
        let message = try whatsapp.message(Self.message(members))
        #expect(message.text == text)
        #expect(message.remarks == [remark])
    }

    @Test(
        "reactions, system words and receipts without a meaning are notices",
        arguments: [
            (
                message(#""type": "reaction", "reaction": {"message_id": "wamid.A0", "emoji": "👍"}"#),
                "👍 for the message wamid.A0."
            ),
            (
                message(#""type": "reaction", "reaction": {"message_id": "wamid.A0"}"#),
                "A reaction to wamid.A0 was taken back."
            ),
            (message(#""type": "system", "system": {"body": "changed number"}"#), "WhatsApp says: changed number"),
            (delivery(#""statuses": [{"id": "wamid.B", "status": "deleted"}]"#), "The message wamid.B is deleted."),
            (delivery(#""statuses": [{"status": "read"}]"#), "A receipt for a message without a number."),
            (delivery(#""errors": [{"code": 130429}]"#), "WhatsApp tells of an error: no reason given (130429)"),
            (
                delivery(#""messages": [{}, {}]"#, number: "999"),
                "2 messages or receipts for the phone number 999, which is not this channel's."
            ),
            (
                #"{"entry": [{"changes": [{"field": "account_update", "value": {}}]}]}"#,
                "WhatsApp tells of “account_update”."
            ),
            (#"{"object": "page", "entry": []}"#, "A delivery about “page”, which is not WhatsApp."),
        ]
    )
    func notices(json: String, words: String) throws {
        #expect(try whatsapp.notice(json) == words)
    }

    @Test(
        "receipts say what became of a message of ours, and of which part of which reply",
        arguments: [
            ("sent", ReplyReceipt.State.accepted), ("delivered", .arrived), ("read", .arrived), ("played", .arrived),
        ]
    )
    func receipts(word: String, state: ReplyReceipt.State) throws {
        let name = SentPartName(messageID: "wl.1.2@desk.example", part: 2)
        let json = #""statuses": [{"id": "wamid.B", "status": "\#(word)", "biz_opaque_callback_data": "\#(name)"}]"#
        #expect(
            try whatsapp.items(Self.delivery(json)) == [
                .receipt(
                    ReplyReceipt(
                        number: "wamid.B",
                        part: name,
                        state: state,
                        sentence: "The message wamid.B is \(word)."
                    )
                )
            ]
        )
    }

    @Test(
        "a failure comes with WhatsApp's reason and with what can be done",
        arguments: [
            (131_047, "more than 24 hours ago (131047: words)", "They have to write first"),
            (131_026, "cannot bring the reply to this number (131026: words)", "by mail or telephone"),
            (131_049, "to spare the customer messages of shops (131049: words)", "Wait a day"),
            (131_031, "does not let our account send this (131031: words)", "Look into the account"),
            (131_000, "then failed to deliver it (131000: words)", "Approve it again."),
            (130_429, "too many messages go out from us (130429: words)", "later"),
            (999_999, "did not deliver the reply (999999: words)", "Approve it again, or answer in another way."),
        ]
    )
    func failures(code: Int, why: String, advice: String) throws {
        let receipt = try whatsapp.items(
            Self.delivery(
                #""statuses": [{"id": "w", "status": "failed", "errors": [{"code": \#(code), "title": "words"}]}]"#
            )
        ).onlyReceipt
        let failure = try #require(receipt)
        #expect(failure.state == .failed && failure.number == "w" && failure.part == nil)
        #expect(failure.sentence.contains(why) && failure.sentence.contains(advice), "\(failure.sentence)")
    }

    @Test("a failure without a reason, and one with endless words, keep their advice")
    func oddFailures() throws {
        for errors in [
            "",
            #", "errors": [{"code": 131047, "error_data": {"details": "\#(String(repeating: "x", count: 9_000))"}}]"#,
        ] {
            let items = try whatsapp.items(Self.delivery(#""statuses": [{"id": "w", "status": "failed"\#(errors)}]"#))
            let sentence = try #require(items.onlyReceipt).sentence
            #expect(sentence.hasSuffix("telephone.") || sentence.hasSuffix("in another way."), "\(sentence)")
        }
    }

    @Test("of a thousand messages none is lost, and an odd one costs the others nothing")
    func batch() throws {
        let messages = (0..<1_000).map { index in
            index == 500
                ? "17"
                : #"{"from": "49\#(index)", "id": "wamid.\#(index)", "type": "text", "text": {"body": "\#(index)"}}"#
        }
        let items = try whatsapp.items(Self.delivery(#""messages": [\#(messages.joined(separator: ","))]"#))
        #expect(items.count == 1_000)
        #expect(items.messages.map(\.text) == (0..<1_000).filter { $0 != 500 }.map(String.init))
        #expect(items.notices.count == 1)
    }

    @Test("somebody without a phone number is known by the number that WhatsApp gives them")
    func withoutPhone() throws {
        let message = try whatsapp.message(
            Self.delivery(
                #"""
                "contacts": [{"profile": {"name": "Bo"}, "user_id": "DE.1"}],
                "messages": [{"from_user_id": "DE.1", "id": "w", "type": "text", "text": {"body": "a"}}]
                """#
            )
        )
        #expect(message.person == ChatPerson(id: "DE.1", name: "Bo"))
    }

    @Test("a message without an author is kept as it came")
    func odd() throws {
        let message = try whatsapp.message(Self.delivery(#""messages": [{"id": "w", "type": "text"}]"#))
        #expect(message.id == "w")
        #expect(message.text == #"{"id":"w","type":"text"}"#)
    }

    @Test("what has no entries is refused", arguments: ["{}", "[]", #"{"entry": {}}"#])
    func refused(json: String) {
        #expect(throws: UnpackError.self) { try whatsapp.items(json) }
    }
}
