import Model
import Testing

@testable import Chat

@Suite("Deliveries of Twilio")
struct TwilioPayloadTests {
    private let twilio = Unpacking(.twilio(TwilioChannel(account: "AC1", sender: "+4930123")))

    @Test("an SMS has its author for the place of its answer")
    func sms() throws {
        let request = ReceivedRequest.form(
            "ToCountry=DE&SmsStatus=received&MessageSid=SM1&SmsSid=SM1&NumMedia=0&From=%2B491701234567&To=%2B4930123&Body=Wo+ist+es%3F"
        )
        #expect(
            try twilio.items(of: request) == [
                .message(
                    ChatMessage(
                        id: "SM1",
                        place: ChatPlace(chat: "+491701234567"),
                        person: ChatPerson(id: "+491701234567"),
                        text: "Wo ist es?"
                    )
                )
            ]
        )
    }

    @Test("a WhatsApp message comes with a name, files, a place and the message that it answers")
    func whatsApp() throws {
        let request = ReceivedRequest.form(
            "MessageSid=MM1&From=whatsapp%3A%2B491701234567&Body=&ProfileName=Ana&WaId=491701234567&NumMedia=2"
                + "&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2FMedia%2FME1&MediaContentType0=image%2Fjpeg"
                + "&Latitude=52.5&Longitude=13.25&Label=Shop&OriginalRepliedMessageSid=MM0&ButtonText=Yes&Forwarded=true"
        )
        let message = try #require(try twilio.items(of: request).onlyMessage)
        #expect(message.person == ChatPerson(id: "whatsapp:+491701234567", name: "Ana"))
        #expect(
            message.attachments == [
                ChatAttachment(name: "ME1", type: "image/jpeg", url: "https://api.twilio.com/Media/ME1")
            ]
        )
        #expect(message.answers == "MM0")
        #expect(
            message.remarks == [
                "a place on the map: Shop (52.5, 13.25)", "a button was pressed", "passed on from elsewhere",
            ]
        )
    }

    @Test(
        "receipts are notices, failures with their reason",
        arguments: [
            ("MessageSid=SM1&MessageStatus=delivered", "The message SM1 is delivered."),
            (
                "MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30005",
                "Twilio could not deliver the message SM1: 30005"
            ),
        ]
    )
    func receipts(form: String, words: String) throws {
        #expect(try twilio.items(of: .form(form)).onlyNotice == words)
    }

    @Test(
        "a form without number or author, and what is no form, are refused",
        arguments: ["", "From=1", "MessageSid=1", "&&=&"]
    )
    func refused(form: String) {
        #expect(throws: UnpackError.self) { try twilio.items(of: .form(form)) }
        #expect(throws: UnpackError.self) { try twilio.items(form) }
    }
}
