import Chat
import Foundation
import Model

/// A delivery as providers send them every day.
struct OrdinaryDelivery: Sendable {
    let name: String
    let provider: ChannelProvider
    let request: ReceivedRequest

    private init(_ name: String, _ provider: ChannelProvider, _ body: String, type: String = "application/json") {
        self.name = name
        self.provider = provider
        request = ReceivedRequest(
            url: "https://desk.example/channels/chat",
            fields: [HeaderField(name: "Content-Type", value: type)],
            body: Array(body.utf8)
        )
    }

    private static let text = "Hello, where is my order 10482? It should have been here on Friday. Thank you, Mara"
    private static let meta = MetaChannel(account: "106540352242922", verifyToken: .environment("V"))
    private static let envelope = #"{"to": ["help@shop.example"], "from": "mara@customer.example"}"#
    private static let mail = """
        Received: from mail.customer.example by mx.example; Wed, 4 Mar 2026 10:00:00 +0000\r
        From: Mara <mara@customer.example>\r
        To: help@shop.example\r
        Subject: Order 10482\r
        Message-ID: <1@customer.example>\r
        Date: Wed, 4 Mar 2026 10:00:00 +0000\r
        \r

        """ + String(repeating: text + "\r\n", count: 20)

    private static func multipart(
        _ name: String,
        _ provider: ChannelProvider,
        _ parts: KeyValuePairs<String, String>
    ) -> Self {
        let body = parts.map { name, value in
            "--frontier\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        return Self(name, provider, body.joined() + "--frontier--\r\n", type: "multipart/form-data; boundary=frontier")
    }

    static let all = chats + mails

    private static let chats: [OrdinaryDelivery] = [
        OrdinaryDelivery(
            "webhook",
            .webhook(GenericChannel()),
            #"{"id":"m1","person":"p1","name":"Mara Osei","text":"\#(text)"}"#
        ),
        OrdinaryDelivery(
            "Slack",
            .slack(SlackChannel()),
            #"""
            {"token":"x","team_id":"T1","api_app_id":"A1","type":"event_callback","event_id":"Ev1","event_time":1772618400,
            "authorizations":[{"user_id":"U0","is_bot":true}],"event":{"type":"message","channel":"D1","user":"U1",
            "text":"\#(text) <https://a.example|here>","ts":"1772618400.000100","channel_type":"im",
            "blocks":[{"type":"rich_text","block_id":"b","elements":[{"type":"rich_text_section",
            "elements":[{"type":"text","text":"\#(text)"}]}]}]}}
            """#
        ),
        OrdinaryDelivery(
            "Telegram",
            .telegram(TelegramChannel()),
            #"""
            {"update_id":7,"message":{"message_id":5,"date":1772618400,"chat":{"id":9,"type":"private",
            "first_name":"Mara"},"from":{"id":9,"is_bot":false,"first_name":"Mara","language_code":"en"},
            "text":"\#(text)"}}
            """#
        ),
        OrdinaryDelivery(
            "WhatsApp",
            .whatsapp(meta),
            #"""
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
            "messaging_product":"whatsapp","metadata":{"phone_number_id":"106540352242922"},
            "contacts":[{"profile":{"name":"Mara"},"wa_id":"4915"}],"messages":[{"from":"4915","id":"wamid.1",
            "timestamp":"1772618400","type":"text","text":{"body":"\#(text)"}}]}}]}]}
            """#
        ),
        OrdinaryDelivery(
            "Messenger",
            .messenger(meta),
            #"""
            {"object":"page","entry":[{"id":"106540352242922","time":1772618400000,"messaging":[{"sender":{"id":"2"},
            "recipient":{"id":"106540352242922"},"timestamp":1772618400000,"message":{"mid":"m_1","text":"\#(text)"}}]}]}
            """#
        ),
        OrdinaryDelivery(
            "Twilio",
            .twilio(TwilioChannel(account: "AC1", sender: "+1")),
            "ToCountry=US&MessageSid=SM1&SmsSid=SM1&AccountSid=AC1&SmsStatus=received&NumMedia=0&NumSegments=1"
                + "&From=%2B4915112345678&To=%2B1500&Body="
                + text.replacing(" ", with: "+").replacing("?", with: "%3F"),
            type: "application/x-www-form-urlencoded"
        ),
    ]

    private static let mails: [OrdinaryDelivery] = [
        multipart(
            "Mailgun, raw",
            .mailgun,
            [
                "recipient": "help@shop.example", "sender": "mara@customer.example", "timestamp": "1772618400",
                "token": "t", "signature": "s", "body-mime": mail,
            ]
        ),
        OrdinaryDelivery(
            "Postmark, raw",
            .postmark(user: "u"),
            #"{"From":"mara@customer.example","RawEmail":"\#(mail.replacing("\r\n", with: #"\r\n"#))"}"#
        ),
        multipart(
            "SendGrid, raw",
            .sendgrid,
            ["envelope": envelope, "SPF": "pass", "dkim": "{@customer.example : pass}", "email": mail]
        ),
        multipart(
            "Mailgun, a file of 5 MB",
            .mailgun,
            ["body-mime": mail + String(repeating: String(repeating: "QUFB", count: 19) + "\r\n", count: 66_000)]
        ),
    ]
}
