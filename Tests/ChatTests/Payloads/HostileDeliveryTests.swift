import Model
import Testing

@testable import Chat

@Suite("Deliveries that are damaged or meant to do harm")
struct HostileDeliveryTests {
    /// What must be true of all that comes out of any delivery.
    private func check(_ items: [DeliveredItem], _ sample: Sample) throws {
        let messages = items.messages
        #expect(Set(messages.map(\.id)).count == messages.count)
        for message in messages {
            #expect(try ChatMessage(bytes: message.bytes) == message)
            #expect(message.text.utf8.count <= PlainChatText.longestText)
            let lines =
                [message.id, message.place.chat, message.person.id, message.person.name ?? ""] + message.remarks
            #expect(
                lines.allSatisfy { line in line.utf8.count <= 600 && !line.utf8.contains { $0 < 0x20 || $0 == 0x7F } }
            )
            #expect(!message.text.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 })
        }
    }

    @Test("the samples are sound", arguments: Sample.all)
    func sound(sample: Sample) throws {
        let items = try Unpacking(sample.provider).items(of: sample.request)
        #expect(items.contains { if case .notice = $0 { false } else { true } })
        try check(items, sample)
        #expect(try Unpacking(sample.provider).items(of: sample.request) == items)
    }

    @Test("no beginning of a delivery does harm", arguments: Sample.all)
    func truncated(sample: Sample) throws {
        var request = sample.request
        for length in 0..<sample.request.body.count {
            request.body = Array(sample.request.body[..<length])
            if let items = try? Unpacking(sample.provider).items(of: request) { try check(items, sample) }
        }
    }

    @Test("no change of some octets does harm", arguments: Sample.all)
    func damaged(sample: Sample) throws {
        var random = SeededRandom(state: 20_260_304)
        for _ in 0..<600 {
            var request = sample.request
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<request.body.count, using: &random)
                request.body[place] = UInt8.random(in: .min ... .max, using: &random)
            }
            if let items = try? Unpacking(sample.provider).items(of: request) { try check(items, sample) }
        }
    }

    private static let json: [Sample] = Sample.all.filter { $0.request.body.first != UInt8(ascii: "-") }

    @Test(
        "any JSON in the place of any value is survived",
        arguments: json,
        [
            "null", "true", "-1", "1e400", "123456789012345678901234567890", "[]", "{}", "[[]]", #""\ud800""#,
            #""\u0000\r""#,
        ]
    )
    func replaced(sample: Sample, value: String) throws {
        let body = String(decoding: sample.request.body, as: UTF8.self)
        for place in body.utf8.indices where body.utf8[place] == UInt8(ascii: ":") {
            let after = body.utf8[body.utf8.index(after: place)...].drop { $0 == 0x20 }
            let end = after.dropFirst().firstIndex { ",]}\"".utf8.contains($0) } ?? after.endIndex
            let isText = after.first == UInt8(ascii: "\"")
            let rest = isText && end < after.endIndex ? after[after.index(after: end)...] : after[end...]
            var request = sample.request
            request.body = Array(body.utf8[...place]) + Array(value.utf8) + Array(rest)
            if let items = try? Unpacking(sample.provider).items(of: request) { try check(items, sample) }
        }
    }

    @Test("one delivery may bring so many messages and no more")
    func many() throws {
        let most = DeliveryUnpacker.mostItems
        let body = { (count: Int) in
            "[" + (0..<count).map { #"{"id":\#($0),"person":"p","text":"t"}"# }.joined(separator: ",") + "]"
        }
        #expect(try Unpacking(.webhook(GenericChannel())).items(body(most)).count == most)
        #expect(throws: UnpackError.self) { try Unpacking(.webhook(GenericChannel())).items(body(most + 1)) }
    }

    /// Swift puts every run of accents in order before it compares or hashes a text, in time by the square of its length:
    /// no such comparison may be made with what strangers write.
    @Test(
        "a run of accents as long as a delivery is survived, wherever it stands",
        arguments: [
            (.webhook(GenericChannel()), #"{"id":"@","person":"@","name":"@","text":"@","chat":"@"}"#),
            (
                .webhook(GenericChannel()),
                #"[{"id":1,"person":2,"text":"a@"},{"id":1,"person":2,"text":"b@"},{"id":1,"person":2,"text":"a@"}]"#
            ),
            (
                .webhook(GenericChannel(fields: FieldMap(attachments: ["f"]))),
                #"{"id":1,"person":2,"f":[{"url":"@","name":".@"}]}"#
            ),
            (
                .slack(SlackChannel()),
                SlackPayloadTests.event(
                    #"{"type":"message","channel":"D1","user":"U1","text":"@<@><a|@>&amp;","ts":"1.2"}"#
                )
            ),
            (.telegram(TelegramChannel()), TelegramPayloadTests.update(#""text":"/start@""#)),
            (
                .telegram(TelegramChannel()),
                TelegramPayloadTests.update(#""document":{"file_id":"a","file_name":".@"}"#)
            ),
            (.postmark(user: "u"), #"{"From":"a@b.example","ToFull":[{"Email":"a","Name":"@"}],"Subject":"@"}"#),
        ] as [(ChannelProvider, String)]
    )
    func accents(provider: ChannelProvider, json: String) throws {
        let run = String(repeating: "\u{301}\u{316}", count: 20_000)
        let items = try Unpacking(provider).items(json.replacing("@", with: run))
        #expect(!items.isEmpty)
    }

    @Test("a stranger's run of accents at the door is survived, in the names of a form as in its header")
    func accentsAtTheDoor() throws {
        let run = String(repeating: "\u{301}\u{316}", count: 20_000)
        #expect(throws: UnpackError.self) { try Unpacking(.mailgun).items(of: .form("a\(run)=b&\(run)=c")) }
        let short = run.prefix(7_000)
        let part = "--f\r\na\(short): b\r\nContent-Disposition: form-data; name=a\(short)\r\n\r\nb\r\n"
        let body = Array((String(repeating: part, count: 100) + "--f--\r\n").utf8)
        let form = try? FormBody(body, contentType: "multipart/form-data; boundary=f")
        #expect(form?["a"] == nil)
    }

    @Test("a number that is given twice makes no two messages one")
    func repeatedNumber() throws {
        let json = #"""
            [{"id": 1, "text": "a", "person": 2}, {"id": 1, "text": "b", "person": 2}, {"id": 1, "text": "a", "person": 2},
             {"id": 1, "text": "b", "person": 2}]
            """#
        let items = try Unpacking(.webhook(GenericChannel())).items(json)
        #expect(items.messages.map(\.text) == ["a", "b"])
        #expect(items.messages.map(\.id).first == "1")
        #expect(Set(items.messages.map(\.id)).count == 2)
        #expect(items.notices.count == 2)
    }

    @Test("names are one line, texts have one kind of line ending, and neither has control characters")
    func controls() throws {
        let json =
            #"{"id": "a\u0000b", "text": "a\r\nb\rc\u0000\u0007d\u0085e\tf", "person": "p", "name": " A\u202e\r\n na\u0000 "}"#
        let message = try Unpacking(.webhook(GenericChannel())).message(json)
        #expect(message.text == "a\nb\ncd\ne\tf")
        #expect(message.person.name == "A na")
        #expect(message.id.hasPrefix("ab#"))
    }

    @Test("what is too long is cut between two characters, and said to be")
    func long() throws {
        let long = String(repeating: "ü😀", count: 50_000)
        let json = #"{"id": "\#(long)", "text": "\#(long)", "person": "p", "name": "\#(long)"}"#
        let message = try Unpacking(.webhook(GenericChannel())).message(json)
        #expect(message.text.utf8.count == PlainChatText.longestText - 2)
        #expect(message.text.allSatisfy { $0 == "ü" || $0 == "😀" })
        #expect(message.remarks == ["a longer text, of which this is the beginning"])
        #expect((message.person.name?.utf8.count ?? 0) <= PlainChatText.longestName)
        #expect(message.id.utf8.count < 200)
    }

    @Test("numbers that differ only in what is left out of them stay two")
    func similarNumbers() {
        let long = String(repeating: "x", count: 300)
        #expect(ProviderNumber.safe(long + "1") != ProviderNumber.safe(long + "2"))
        #expect(ProviderNumber.safe("a\r") != ProviderNumber.safe("a\n"))
        #expect(ProviderNumber.safe("a") == "a")
    }

    @Test("a message with nothing in it says so")
    func empty() throws {
        let message = try Unpacking(.webhook(GenericChannel())).message(#"{"id": 1, "text": "", "person": 2}"#)
        #expect(message.text.isEmpty)
        #expect(message.remarks == ["an empty message"])
    }

    @Test("invalid UTF-8 costs nothing but itself")
    func invalidUTF8() throws {
        var request = ReceivedRequest.json(#"{"id": "a", "text": "b@c", "person": "p"}"#)
        let place = try #require(request.body.firstIndex(of: UInt8(ascii: "@")))
        request.body[place] = 0xFF
        #expect(try Unpacking(.webhook(GenericChannel())).items(of: request).onlyMessage?.text == "b\u{FFFD}c")
    }
}

/// SplitMix64: the same mutations in every run.
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
