import Model
import Testing

@Suite("An address of a person in a chat")
struct ChatAddressTests {
    @Test("reads back what it wrote, and keeps the case that providers tell apart")
    func readsBack() {
        let address = ChatAddress(channel: InboxName("support-slack"), person: "T1/U2aB")
        #expect(ChatAddress(address.mailAddress(name: "Ada")) == address)
        #expect(address.mailAddress(name: nil).key == "chat:support-slack/T1/U2aB")
    }

    @Test(
        "is no mail address",
        arguments: ["ada@shop.example", "chat@shop.example", "chat:", "chat:/x", "chat:slack/"]
    )
    func isNoMailAddress(text: String) {
        #expect(ChatAddress(MailAddress(address: text)) == nil)
    }
}
