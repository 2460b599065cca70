import Model
import Testing

@Suite("Names of parts for providers to give back")
struct SentPartNameTests {
    @Test("a name reads back, and needs no escapes in a URL", arguments: ["wl.1.z9.ab@desk.example", "ü?>~@x", "a"])
    func readsBack(messageID: String) {
        let name = SentPartName(messageID: messageID, part: 12)
        #expect(SentPartName(name.description) == name)
        let plain = name.description.utf8.allSatisfy { octet in
            (0x30...0x39).contains(octet) || (0x41...0x5A).contains(octet) || (0x61...0x7A).contains(octet)
                || "-_.".utf8.contains(octet)
        }
        #expect(plain)
    }

    @Test(
        "anything else is no name",
        arguments: ["", ".", ".1", "YQ", "YQ.", "YQ.0", "YQ.-1", "YQ.x", "!.1", "Y.1", "_w.1", "YQ.1 "]
    )
    func refused(text: String) {
        #expect(SentPartName(text) == nil)
    }
}
