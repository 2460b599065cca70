import Model
import Testing

@Suite("The head of a conversation in text")
struct ThreadHeadTests {
    @Test("the text form reads back as the same head", arguments: [nil, 1, Int64.max])
    func roundTrip(outgoing: Int64?) {
        let head = ThreadHead(
            lastMessage: Message.ID(rawValue: 12),
            lastOutgoing: outgoing.map { OutgoingMail.ID(rawValue: $0) }
        )
        #expect(ThreadHead(head.description) == head)
    }

    @Test("anything else is no head", arguments: ["", "1", "1.", ".1", "0.1", "1.-1", "a.b", "1.2.3", " 1.2"])
    func refused(text: String) {
        #expect(ThreadHead(text) == nil)
    }
}
