import Foundation
import Model
import Testing

@testable import Chat

@Suite("The stored form of a chat message")
struct ChatMessageBytesTests {
    static let full = ChatMessage(
        id: "C1/1772618400.000100",
        place: ChatPlace(chat: "C1", thread: "1.1"),
        person: ChatPerson(id: "U1", name: "Ana \"A\" Größe 😀", isProgram: true, verifiedAddress: "ana@mail.example"),
        sentAt: Date(timeIntervalSince1970: 1_772_618_400.0001),
        text: "line\nnext / \\ \u{2028}",
        attachments: [
            ChatAttachment(name: "a.pdf", type: "application/pdf", size: 3, url: "https://a.example/b", reference: "F")
        ],
        answers: "C1/1.0",
        remarks: ["a sticker"]
    )
    static let bare = ChatMessage(id: "", place: ChatPlace(chat: ""), person: ChatPerson(id: ""), text: "")

    @Test("what is written is read again, and gives the same bytes", arguments: [full, bare])
    func roundTrip(message: ChatMessage) throws {
        let again = try ChatMessage(bytes: message.bytes)
        #expect(again == message)
        #expect(again.bytes == message.bytes)
    }

    @Test("the keys are sorted")
    func sorted() {
        #expect(
            String(decoding: Self.bare.bytes, as: UTF8.self)
                == #"{"attachments":[],"id":"","person":{"id":"","isProgram":false},"place":{"chat":""},"remarks":[],"text":""}"#
        )
    }

    @Test("every date can be written", arguments: [Double.infinity, -.infinity, 1e300, -0.1, 772_618_400.123456])
    func dates(seconds: Double) throws {
        var message = Self.bare
        message.sentAt = Date(timeIntervalSinceReferenceDate: seconds)
        #expect(try ChatMessage(bytes: message.bytes) == message)
    }

    @Test(
        "other bytes are refused",
        arguments: ["", "{}", "[]", #"{"id": 1}"#, String(repeating: "[", count: 100_000)]
    )
    func refused(json: String) {
        #expect(throws: UnpackError.self) { try ChatMessage(bytes: Array(json.utf8)) }
    }
}
