import Model
import Testing

@testable import Chat

@Suite("What could prove a stored delivery again")
struct StoredProofTests {
    private static let twilio = TwilioChannel(account: "AC1", sender: "+1500")
    private static let meta = MetaChannel(account: "1", verifyToken: .environment("V"))

    private static func request(_ method: String = "POST", _ fields: String...) -> ReceivedRequest {
        ReceivedRequest(
            method: method,
            url: "https://desk.example/channels/a",
            fields: fields.map { HeaderField(name: $0, value: "x") }
        )
    }

    @Test(
        "is its signature, unless its secret was not kept or we asked for it ourselves",
        arguments: [
            (.webhook(GenericChannel()), request(), .signature), (.slack(SlackChannel()), request(), .signature),
            (.whatsapp(meta), request(), .signature), (.messenger(meta), request(), .signature),
            (.mailgun, request(), .signature), (.sendgrid, request(), .signature),
            (.postmark(user: "u"), request(), .secret(field: "Authorization")),
            (.telegram(TelegramChannel(mode: .webhook)), request("GET"), .ownQuestion),
            (.telegram(TelegramChannel(mode: .poll)), request(), .secret(field: "X-Telegram-Bot-Api-Secret-Token")),
            (.twilio(twilio), request("POST", "x-twilio-signature"), .signature),
            (.feed(FeedChannel(url: "https://a.example")), request("GET"), .ownQuestion),
            (.widget(WidgetChannel(origins: [], title: "")), request(), .ownPage),
        ] as [(ChannelProvider, ReceivedRequest, StoredProof)]
    )
    func proof(provider: ChannelProvider, request: ReceivedRequest, expected: StoredProof) {
        #expect(StoredProof(of: request, from: provider) == expected)
    }

    @Test("a message that was missing, and was fetched from Twilio's list, is read like one that Twilio brought")
    func fetched() throws {
        let settings = ChannelSettings(provider: .twilio(Self.twilio), keys: [.environment("K")])
        let listed = TwilioListing.Entry(
            id: "SM1",
            author: "+49151",
            recipient: "+1500",
            text: "where is it?",
            files: 1
        )
        let files = [TwilioListing.File(path: "/2010-04-01/Accounts/AC1/Messages/SM1/Media/ME1", type: "image/png")]
        let request = try TwilioAPI(Self.twilio, settings).delivery(of: listed, files: files)
        #expect(StoredProof(of: request.withoutSecrets, from: settings.provider) == .ownQuestion)
        let message = try #require(try Unpacking(settings.provider).items(of: request).onlyMessage)
        #expect(message.id == "SM1")
        #expect(message.text == "where is it?")
        #expect(message.attachments.map(\.type) == ["image/png"])
    }
}
