import Foundation
import Model
import Testing

@testable import Chat

@Suite("Deliveries of channels with mapped fields")
struct GenericPayloadTests {
    private func unpacking(_ fields: FieldMap = FieldMap()) -> Unpacking {
        Unpacking(.webhook(GenericChannel(fields: fields)))
    }

    @Test(
        "one message, a list of them, and either somewhere inside",
        arguments: [
            ([], #"{"id": "a", "text": "hello", "person": "p"}"#),
            ([], #"[{"id": "a", "text": "hello", "person": "p"}]"#),
            (["data"], #"{"type": "message", "data": {"id": "a", "text": "hello", "person": "p"}}"#),
            (["page", "0", "items"], #"{"page": [{"items": [{"id": "a", "text": "hello", "person": "p"}]}]}"#),
        ]
    )
    func shapes(path: [String], json: String) throws {
        let message = try unpacking(FieldMap(messages: path)).message(json)
        #expect(message.id == "a")
        #expect(message.text == "hello")
        #expect(message.person == ChatPerson(id: "p"))
        #expect(message.place == ChatPlace(chat: "p"))
    }

    @Test("all that is mapped is read, and names lead into objects")
    func everything() throws {
        let fields = FieldMap(
            id: ["number"],
            text: ["body", "plain"],
            person: ["author", "id"],
            name: ["author", "name"],
            chat: ["ticket"],
            thread: ["topic"],
            sentAt: ["at"],
            verifiedAddress: ["author", "mail"],
            attachments: ["files"]
        )
        let json = #"""
            {"number": 9007199254740993, "body": {"plain": "Wo ist es?"}, "ticket": 12, "topic": "t",
             "author": {"id": 7, "name": "Ana", "mail": "ana@mail.example"}, "at": "2026-03-04T10:00:00.250Z",
             "files": ["https://files.example/a/bill%20one.pdf?x=1", {"url": "https://files.example/b", "name": "b.png", "size": 12}]}
            """#
        #expect(
            try unpacking(fields).message(json)
                == ChatMessage(
                    id: "9007199254740993",
                    place: ChatPlace(chat: "12", thread: "t"),
                    person: ChatPerson(id: "7", name: "Ana", verifiedAddress: "ana@mail.example"),
                    sentAt: Date(timeIntervalSince1970: 1_772_618_400.25),
                    text: "Wo ist es?",
                    attachments: [
                        ChatAttachment(
                            name: "bill one.pdf",
                            type: "application/pdf",
                            url: "https://files.example/a/bill%20one.pdf?x=1"
                        ),
                        ChatAttachment(name: "b.png", type: "image/png", size: 12, url: "https://files.example/b"),
                    ]
                )
        )
    }

    @Test(
        "times come as text, and as seconds, milliseconds and microseconds",
        arguments: [
            ("1772618400", 1_772_618_400), ("1772618400500", 1_772_618_400.5), ("1772618400500000", 1_772_618_400.5),
            (#""1772618400""#, 1_772_618_400), (#""2026-03-04T11:00:00+01:00""#, 1_772_618_400),
        ]
    )
    func times(json: String, seconds: Double) throws {
        let message = try unpacking(FieldMap(sentAt: ["at"])).message(
            #"{"id": 1, "text": "t", "person": 2, "at": \#(json)}"#
        )
        #expect(message.sentAt == Date(timeIntervalSince1970: seconds))
    }

    @Test(
        "what is no time is none",
        arguments: ["12", #""soon""#, "-1e300", "1e300", "true", "[]", #""NaN""#, #""inf""#]
    )
    func noTime(json: String) throws {
        let message = try unpacking(FieldMap(sentAt: ["at"])).message(
            #"{"id": 1, "text": "t", "person": 2, "at": \#(json)}"#
        )
        #expect(message.sentAt == nil)
    }

    @Test(
        "what an address cannot be is not verified",
        arguments: ["ana", "a@b@c", "a b@c.example", "@c", "a@", "a\\n@c"]
    )
    func noAddress(address: String) throws {
        let json = #"{"id": 1, "text": "t", "person": 2, "mail": "\#(address)"}"#
        #expect(try unpacking(FieldMap(verifiedAddress: ["mail"])).message(json).person.verifiedAddress == nil)
    }

    @Test("odd messages cost the others nothing")
    func oddOnes() throws {
        let json = #"""
            [{"id": "a", "text": "hello", "person": "p"}, null, {"id": "b", "text": "who am I?"},
             {"id": "c", "person": "p"}, {"text": "x", "person": "p"}, {"id": "e", "text": {"x": 1}, "person": "p"}]
            """#
        let items = try unpacking().items(json)
        #expect(items.notices == ["Among the messages is something that is none: null"])
        let messages = items.messages
        #expect(messages.count == 5)
        #expect(messages.map(\.id).prefix(3) == ["a", "b", "c"])
        #expect(messages[1].text == #"{"id":"b","text":"who am I?"}"#)
        #expect(messages[1].remarks == ["a message without an author, shown as it came"])
        #expect(messages[2].text == #"{"id":"c","person":"p"}"#)
        #expect(messages[3].id.hasPrefix("digest/"))
        #expect(messages[4].text == #"{"x":1}"#)
    }

    @Test("a message without a number has that of its delivery, in which it has a place")
    func numberOfDelivery() throws {
        let request = ReceivedRequest.json(
            #"[{"text": "ok", "person": "p"}, {"text": "ok", "person": "p"}]"#,
            fields: [HeaderField(name: "Webhook-Id", value: "msg_1")]
        )
        #expect(try unpacking().items(of: request).messages.map(\.id) == ["msg_1/0", "msg_1/1"])
    }

    @Test("the same message in two pages of a feed has the same number, though it has none of its own")
    func numberInFeed() throws {
        let feed = Unpacking(.feed(FeedChannel(url: "https://shop.example/feed")))
        let first = try feed.items(#"[{"text": "one", "person": "p"}]"#).messages
        let second = try feed.items(#"[{"person": "p", "text": "one"}, {"text": "two", "person": "p"}]"#).messages
        #expect(first.map(\.id) == second.prefix(1).map(\.id))
        #expect(second[0].id != second[1].id)
    }

    @Test("an empty page has nothing in it", arguments: ["[]", #"{"items": []}"#, #"{"items": null}"#])
    func empty(json: String) throws {
        let path = json == "[]" ? [] : ["items"]
        #expect(try unpacking(FieldMap(messages: path)).items(json).isEmpty)
    }

    @Test(
        "where nothing stands at the mapped places, the delivery is parked with the reason",
        arguments: [
            ("", "ends too early"), ("null", "empty"), ("{", "ends too early"), ("hello", "no JSON"), ("{} {}", "More"),
            ("{}", "Nothing stands"), (#"{"body": "x"}"#, "Nothing stands"), ("[1, 2]", "Nothing stands"),
            (#""text""#, "Nothing stands"),
        ]
    )
    func nothing(json: String, reason: String) {
        let error = #expect(throws: UnpackError.self) { try unpacking().items(json) }
        #expect(error?.description.contains(reason) == true)
    }

    @Test("a member that is missing on the way to the messages is named")
    func missingPath() {
        let error = #expect(throws: UnpackError.self) {
            try unpacking(FieldMap(messages: ["data", "items"])).items(#"{"data": {}}"#)
        }
        #expect(error?.description.contains("data.items") == true)
    }

    @Test("the page for the shop's site speaks the same language")
    func widget() throws {
        let widget = Unpacking(.widget(WidgetChannel(origins: [], title: "Ask us")))
        #expect(
            try widget.message(#"{"id": "w1", "text": "hi", "person": "visitor-1", "name": "Ana"}"#).person.name
                == "Ana"
        )
    }
}
