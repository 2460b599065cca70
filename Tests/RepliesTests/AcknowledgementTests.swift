import Model
import Replies
import Testing

@Suite("The acknowledgement")
struct AcknowledgementTests {
    @Test("it is filled as plain text, and its handle is the text before filling")
    func filled() throws {
        let text = try AcknowledgementText(Acknowledgement(text: "We have “{{subject}}”.\n{{inbox.name}}\n"))
        let content = Fixture.content(subject: "Re: *Lamp* [1]")
        #expect(text.render(for: content, inbox: Fixture.inbox) == "We have “*Lamp* [1]”.\nExample Shop")
        #expect(text.handle == "We have “{{subject}}”.\n{{inbox.name}}\n")
    }

    @Test("where a value is missing there is no acknowledgement rather than one with a hole")
    func missing() throws {
        let text = try AcknowledgementText(Acknowledgement(text: "Hello {{customer.first_name}}"))
        let content = Fixture.content(from: MailAddress(address: "a@customer.example"))
        #expect(text.render(for: content, inbox: Fixture.inbox) == nil)
    }

    @Test("nothing of the message's body may be sent back by a program", arguments: ["ask", "fact.order_number", "x"])
    func closedSet(_ name: String) throws {
        let error = try #require(throws: TemplateError.self) {
            try AcknowledgementText(Acknowledgement(text: "Hi\n{{\(name)}}"))
        }
        #expect(error.faults.map(\.line) == [2])
    }
}
