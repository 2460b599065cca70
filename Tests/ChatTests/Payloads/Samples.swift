import Model
import Testing

@testable import Chat

/// A delivery of every provider, rich in what it can hold.
struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let provider: ChannelProvider
    let request: ReceivedRequest

    private init(_ name: String, _ provider: ChannelProvider, _ request: ReceivedRequest) {
        testDescription = name
        self.provider = provider
        self.request = request
    }

    static let all: [Sample] = [
        Sample(
            "webhook",
            .webhook(GenericChannel(fields: FieldMap(messages: ["data"], sentAt: ["at"], attachments: ["files"]))),
            .json(
                #"{"data": [{"id": 1, "text": "hel\u00f6\ud83d\ude00", "person": "p", "at": 1772618400.5, "files": ["https://a.example/b.png"]}, {"id": "2", "text": "", "person": 3}]}"#
            )
        ),
        Sample(
            "slack",
            .slack(SlackChannel()),
            .json(
                SlackPayloadTests.event(
                    #"{"type": "message", "channel": "D1", "user": "U1", "text": "<@UBOT> <https://a.example|b> &lt;", "ts": "1772618400.1", "files": [{"id": "F1", "name": "a.pdf", "size": 12}]}"#
                )
            )
        ),
        Sample(
            "telegram",
            .telegram(TelegramChannel()),
            .json(
                "["
                    + TelegramPayloadTests.update(
                        #""text": "hi", "entities": [{"url": "x"}], "location": {"latitude": 1.5}"#
                    ) + ","
                    + TelegramPayloadTests.update(
                        #""photo": [{"file_id": "a", "width": 1, "height": 2}]"#,
                        kind: "edited_message"
                    ) + "]"
            )
        ),
        Sample(
            "whatsapp",
            .whatsapp(MetaChannel(account: "106540352242922", verifyToken: .environment("V"))),
            .json(
                WhatsAppPayloadTests.message(
                    #""type": "image", "image": {"id": "1", "mime_type": "image/jpeg", "caption": "x"}, "context": {"id": "w"}}, {"from": "1", "id": "2", "type": "interactive", "interactive": {"list_reply": {"title": "a"}}"#
                )
            )
        ),
        Sample(
            "messenger",
            .messenger(MetaChannel(account: "PAGE", verifyToken: .environment("V"))),
            .json(
                MessengerPayloadTests.event(
                    #""message": {"mid": "m", "text": "a", "attachments": [{"type": "image", "payload": {"url": "https://a.example/b"}}]}"#
                )
            )
        ),
        Sample(
            "twilio",
            .twilio(TwilioChannel(account: "A", sender: "+49")),
            .form(
                "MessageSid=SM1&From=whatsapp%3A%2B49&Body=a%20%F0%9F%98%80+b&NumMedia=1&MediaUrl0=https%3A%2F%2Fa.example%2Fb&Latitude=1&Longitude=2"
            )
        ),
        Sample(
            "mailgun",
            .mailgun,
            .multipart([
                ("message-headers", nil, MailgunPayloadTests.headers), ("body-plain", nil, "text"),
                ("body-html", nil, "<p>text"),
                ("sender", nil, "a@b.example"), ("attachment-1", "a.txt", "file"),
                ("content-id-map", nil, #"{"<a>": "attachment-1"}"#),
            ])
        ),
        Sample("postmark", .postmark(user: "u"), .json(PostmarkPayloadTests.pieces)),
        Sample(
            "sendgrid",
            .sendgrid,
            .multipart([
                ("headers", nil, SendGridPayloadTests.header), ("envelope", nil, SendGridPayloadTests.envelope),
                ("text", nil, "text"),
                ("charsets", nil, #"{"text": "utf-8"}"#),
                ("attachment-info", nil, #"{"attachment1": {"type": "a/b"}}"#),
                ("attachment1", "a", "b"),
            ])
        ),
        Sample("feed", .feed(FeedChannel(url: "")), .json(#"[{"id": "a", "text": "b", "person": "c", "name": "d"}]"#)),
    ]
}
