import Foundation
import Model
import Testing

@testable import Chat

@Suite("Deliveries of Messenger")
struct MessengerPayloadTests {
    private let messenger = Unpacking(.messenger(MetaChannel(account: "PAGE", verifyToken: .environment("VERIFY"))))

    /// An event between a person and our page.
    static func event(_ members: String, page: String = "PAGE") -> String {
        #"""
        {"object": "page", "entry": [{"id": "\#(page)", "time": 1772618400500, "messaging": [{"sender": {"id": "254"},
         "recipient": {"id": "\#(page)"}, "timestamp": 1772618400500, \#(members)}]}]}
        """#
    }

    @Test("a text has its mid for number")
    func text() throws {
        #expect(
            try messenger.message(Self.event(#""message": {"mid": "m_1", "text": "hi", "reply_to": {"mid": "m_0"}}"#))
                == ChatMessage(
                    id: "m_1",
                    place: ChatPlace(chat: "254"),
                    person: ChatPerson(id: "254"),
                    sentAt: Date(timeIntervalSince1970: 1_772_618_400.5),
                    text: "hi",
                    answers: "m_0"
                )
        )
    }

    @Test("files come with their address, and what is none in words")
    func attachments() throws {
        let message = try messenger.message(
            Self.event(
                #"""
                "message": {"mid": "m_1", "attachments": [
                 {"type": "image", "payload": {"url": "https://cdn.fbsbx.com/v/a.jpg?oh=1"}},
                 {"type": "file", "payload": {"url": "https://cdn.fbsbx.com/v/"}}, {"type": "video", "payload": {}},
                 {"type": "image", "payload": {"url": "https://cdn.fbsbx.com/s.png", "sticker_id": 369239263222822}},
                 {"type": "location", "payload": {"coordinates": {"lat": 52.5, "long": 13.25}}},
                 {"type": "fallback", "title": "A shoe", "url": "https://shop.example/shoe"}]}
                """#
            )
        )
        #expect(
            message.attachments == [
                ChatAttachment(name: "a.jpg", type: "image/jpeg", url: "https://cdn.fbsbx.com/v/a.jpg?oh=1"),
                ChatAttachment(name: "file", type: FileType.unknown, url: "https://cdn.fbsbx.com/v/"),
            ]
        )
        #expect(
            message.remarks == [
                "a file without an address", "a sticker", "a place on the map: 52.5, 13.25",
                "something of the kind “fallback” A shoe https://shop.example/shoe",
            ]
        )
    }

    @Test("a button and an edit are messages")
    func buttonAndEdit() throws {
        let pressed = try messenger.message(
            Self.event(#""postback": {"mid": "m_2", "title": "Track", "payload": "T"}"#)
        )
        #expect(pressed.id == "m_2")
        #expect(pressed.text == "Track")
        #expect(pressed.remarks == ["a button was pressed (T)"])
        let edited = try messenger.message(Self.event(#""message_edit": {"mid": "m_1", "text": "ho", "num_edit": 2}"#))
        #expect(edited.id == "m_1/2")
        #expect(edited.text == "ho")
        let unnumbered = try messenger.message(Self.event(#""postback": {"title": "Track"}"#))
        #expect(unnumbered.id.hasPrefix("postback/"))
    }

    @Test(
        "what brings no words of a customer is told in a notice",
        arguments: [
            (event(#""message": {"mid": "m", "text": "we", "is_echo": true}"#), "our own"),
            (event(#""message": {"mid": "m", "is_deleted": true}"#), "m was deleted"),
            (event(#""delivery": {"watermark": 1}"#), "delivered to 254"),
            (event(#""read": {"watermark": 1}"#), "read by 254"),
            (event(#""optin": {}"#), "optin"), (event(#""message": {"mid": "m"}"#, page: "OTHER"), "page OTHER"),
            (#"{"entry": [{"id": "PAGE", "standby": [{}]}]}"#, "another app"),
            (#"{"entry": [{"id": "PAGE", "changes": [{"field": "feed"}]}]}"#, "“feed”"),
            (#"{"entry": [{"id": "PAGE", "messaging": [null]}]}"#, "something that is none"),
        ]
    )
    func notices(json: String, words: String) throws {
        #expect(try messenger.notice(json).contains(words))
    }

    @Test("a message without a number is kept as it came")
    func odd() throws {
        let message = try messenger.message(Self.event(#""message": {"text": "hi"}"#))
        #expect(message.id.hasPrefix("odd/"))
        #expect(message.person.id == "254")
    }

    @Test("what has no entries is refused", arguments: ["{}", "null", #"{"entry": 1}"#])
    func refused(json: String) {
        #expect(throws: UnpackError.self) { try messenger.items(json) }
    }
}
