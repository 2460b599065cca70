import Foundation
import Model
import Testing

@testable import Chat

@Suite("Deliveries of Telegram")
struct TelegramPayloadTests {
    private let telegram = Unpacking(.telegram(TelegramChannel()))

    /// An update with a message of Ana's in a private chat, and further members.
    static func update(_ members: String, kind: String = "message") -> String {
        #"""
        {"update_id": 10000, "\#(kind)": {"message_id": 1365, "date": 1772618400,
         "chat": {"id": 1111111, "type": "private", "first_name": "Ana", "last_name": "Berg"},
         "from": {"id": 1111111, "is_bot": false, "first_name": "Ana", "last_name": "Berg", "username": "ana"}, \#(members)}}
        """#
    }

    @Test("a text has chat and message for number")
    func text() throws {
        #expect(
            try telegram.message(Self.update(#""text": "Wo ist es?", "reply_to_message": {"message_id": 1300}"#))
                == ChatMessage(
                    id: "1111111/1365",
                    place: ChatPlace(chat: "1111111"),
                    person: ChatPerson(id: "1111111", name: "Ana Berg"),
                    sentAt: Date(timeIntervalSince1970: 1_772_618_400),
                    text: "Wo ist es?",
                    answers: "1111111/1300"
                )
        )
    }

    @Test("an edited message has the number of its update behind its own")
    func edited() throws {
        let message = try telegram.message(
            Self.update(#""text": "two", "edit_date": 1772618460"#, kind: "edited_message")
        )
        #expect(message.id == "1111111/1365/10000")
        #expect(message.sentAt == Date(timeIntervalSince1970: 1_772_618_460))
        #expect(message.remarks == ["an edited message, in the place of an earlier one"])
    }

    @Test(
        "files come with the number to ask for them by, and captions are text",
        arguments: [
            (
                #""caption": "broken", "photo": [{"file_id": "s", "width": 90, "height": 90}, {"file_id": "l", "width": 900, "height": 900, "file_size": 77}]"#,
                "photo.jpg", "image/jpeg", "l", 77, "broken"
            ),
            (
                #""document": {"file_id": "d", "file_name": "bill.pdf", "mime_type": "application/pdf", "file_size": 12}"#,
                "bill.pdf", "application/pdf", "d", 12, ""
            ),
            (
                #""document": {"file_id": "d", "file_name": "a.docx"}"#, "a.docx", FileType.of(fileName: "a.docx"), "d",
                nil, ""
            ),
            (
                #""voice": {"file_id": "v", "duration": 3, "mime_type": "audio/ogg"}"#, "voice message.ogg",
                "audio/ogg", "v", nil, ""
            ),
            (#""video_note": {"file_id": "n", "length": 9}"#, "video message.mp4", "video/mp4", "n", nil, ""),
            (
                #""animation": {"file_id": "g"}, "document": {"file_id": "g", "file_name": "x.mp4"}"#, "animation.mp4",
                "video/mp4", "g", nil, ""
            ),
        ] as [(String, String, String, String, Int?, String)]
    )
    func files(members: String, name: String, type: String, reference: String, size: Int?, text: String) throws {
        let message = try telegram.message(Self.update(members))
        #expect(message.attachments == [ChatAttachment(name: name, type: type, size: size, reference: reference)])
        #expect(message.text == text)
    }

    @Test(
        "what is no text is put into words",
        arguments: [
            (#""sticker": {"file_id": "s", "emoji": "😀"}"#, "a sticker 😀"),
            (#""location": {"latitude": 52.5, "longitude": 13.25}"#, "a place on the map: 52.5, 13.25"),
            (#""contact": {"first_name": "Bo", "phone_number": "+4930"}"#, "a contact: Bo +4930"),
            (#""poll": {"question": "Red or blue?"}"#, "a poll: Red or blue?"),
            (#""text": "x", "forward_origin": {"type": "user"}"#, "passed on from elsewhere"),
            (#""text": "x", "quote": {"text": "the red one"}"#, "quotes “the red one”"),
            (
                #""text": "here", "entities": [{"type": "text_link", "url": "https://a.example"}]"#,
                "links to https://a.example"
            ),
            (#""something_new": {}"#, "something that is no text: something_new"),
        ]
    )
    func remarks(members: String, remark: String) throws {
        #expect(try telegram.message(Self.update(members)).remarks == [remark])
    }

    @Test("in a group the chat is the group's, and a topic is a thread")
    func group() throws {
        let message = try telegram.message(
            #"""
            {"update_id": 1, "message": {"message_id": 5, "date": 1772618400, "message_thread_id": 3, "is_topic_message": true,
             "chat": {"id": -1001234567890, "type": "supergroup", "title": "Customers"},
             "from": {"id": 9007199254740993, "is_bot": true, "username": "helper"}, "text": "hi"}}
            """#
        )
        #expect(message.place == ChatPlace(chat: "-1001234567890", thread: "3"))
        #expect(message.person == ChatPerson(id: "9007199254740993", name: "helper", isProgram: true))
        #expect(message.remarks == ["written in the group “Customers”"])
    }

    @Test(
        "opening a chat is no message",
        arguments: [
            ("/start", "opened the chat."), ("/start order-17_a", "opened the chat with “order-17_a”."),
            ("/start@shop_bot", "opened the chat."), ("/start@shop_bot x", "with “x”"),
        ]
    )
    func start(text: String, words: String) throws {
        #expect(try telegram.notice(Self.update(#""text": "\#(text)""#)).contains(words))
    }

    @Test("words behind /start are a message", arguments: ["/start where is it", "/start ü", "/started", "start"])
    func noStart(text: String) throws {
        #expect(try telegram.message(Self.update(#""text": "\#(text)""#)).text == text)
    }

    @Test(
        "what brings no words of a customer is told in a notice",
        arguments: [
            (#"{"update_id": 1, "callback_query": {"id": "1", "data": "x"}}"#, "button"),
            (#"{"update_id": 1, "channel_post": {"chat": {"title": "News"}}}"#, "News"),
            (#"{"update_id": 1, "my_chat_member": {}}"#, "my_chat_member"),
            (#"{"update_id": 1, "business_message": {}}"#, "business_message"),
            (#"{"update_id": 1}"#, "Telegram tells of"),
            (update(#""new_chat_members": [{"id": 1}]"#), "new_chat_members"),
            (update(#""pinned_message": {}"#), "pinned_message"),
            (update(#""forum_topic_created": {}"#), "forum_topic_created"),
        ]
    )
    func notices(json: String, words: String) throws {
        #expect(try telegram.notice(json).contains(words))
    }

    @Test("a page of getUpdates is many updates, of which an odd one costs the others nothing")
    func page() throws {
        let good = Self.update(#""text": "one""#)
        let items = try telegram.items(
            #"{"ok": true, "result": [\#(good), 7, {"update_id": 2, "message": {"text": "who?"}}]}"#
        )
        #expect(items.messages.map(\.text) == ["one", #"{"text":"who?"}"#])
        #expect(items.notices.count == 1)
        #expect(try telegram.items("[\(good)]") == [items[0]])
        #expect(try telegram.items(#"{"ok": true, "result": []}"#).isEmpty)
    }

    @Test("what is no update is refused", arguments: ["{}", "7", #"{"ok": false, "description": "Unauthorized"}"#])
    func refused(json: String) {
        #expect(throws: UnpackError.self) { try telegram.items(json) }
    }
}
