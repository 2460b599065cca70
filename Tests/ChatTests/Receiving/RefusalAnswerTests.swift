import Model
import Testing

@testable import Chat

@Suite("The answer to what is not taken")
struct RefusalAnswerTests {
    private static let meta = MetaChannel(account: "1", verifyToken: .environment("TOKEN"))
    private static let patient: [ChannelProvider] = [
        .webhook(GenericChannel()), .slack(SlackChannel()), .telegram(TelegramChannel(mode: .webhook)),
        .whatsapp(meta), .messenger(meta), .twilio(TwilioChannel(account: "AC1", sender: "+1")), .mailgun,
        .postmark(user: "u"),
    ]

    @Test(
        "tells a sender that tries again after any 4xx what is wrong, and never what makes it give up",
        arguments: patient
    )
    func usual(provider: ChannelProvider) {
        let statuses = WebhookRefusal.allCases.map { provider.answer(to: $0).status }
        #expect(statuses == [401, 401, 401, 401, 413, 408, 400, 503, 401, 405])
        #expect(Set(statuses).isDisjoint(with: [403, 406, 410]))
    }

    @Test("makes SendGrid, which drops mail on any 4xx, come again, unless it is too large for ever")
    func sendGrid() {
        for refusal in WebhookRefusal.allCases where refusal != .oversized {
            let answer = ChannelProvider.sendgrid.answer(to: refusal)
            #expect(answer.status == 503, "\(refusal)")
            #expect(answer.fields.values(of: "Retry-After") == ["300"])
        }
        #expect(ChannelProvider.sendgrid.answer(to: .oversized).status == 413)
    }

    @Test("asks Postmark for the password where one is missing or wrong, and only there")
    func postmark() {
        for refusal in WebhookRefusal.allCases {
            let answer = ChannelProvider.postmark(user: "u").answer(to: refusal)
            #expect(answer.fields.values(of: "WWW-Authenticate").isEmpty == (answer.status != 401), "\(refusal)")
        }
    }

    @Test("names a time to come again wherever the fault is ours", arguments: patient)
    func ours(provider: ChannelProvider) {
        #expect(provider.answer(to: .noKey).fields.values(of: "Retry-After") == ["60"])
    }
}
