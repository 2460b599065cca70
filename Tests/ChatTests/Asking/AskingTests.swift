import Foundation
import Model
import Testing

@testable import Chat

@Suite("Asking providers for messages")
struct AskingTests {
    private static let now = Date(timeIntervalSince1970: 1_800_000_000)

    private static func json(_ text: String) throws -> JSONValue {
        try JSONValue(parsing: Array(text.utf8))
    }

    @Test(
        "what a status means to somebody who asks",
        arguments: [
            (200, nil), (204, nil), (206, .nonsense), (301, .configuration), (304, .nonsense), (400, .configuration),
            (401, .token), (403, .token), (404, .configuration), (408, .passing), (410, .configuration),
            (422, .configuration), (425, .passing), (429, .passing), (500, .passing), (503, .passing),
        ] as [(Int, AskError.Kind?)]
    )
    func statuses(status: Int, kind: AskError.Kind?) {
        let answer = APIAnswer(status: status, fields: [HeaderField(name: "Retry-After", value: "9")], body: [])
        let found = Result { () throws(AskError) in try answer.requireSuccess(from: "here", at: Self.now) }
        var error: AskError?
        if case .failure(let failure) = found { error = failure }
        #expect(error?.kind == kind)
        #expect(error?.retryAfter == ([408, 425, 429, 500, 503].contains(status) ? 9 : nil))
    }

    @Test("where an answer leads is told by its host alone: the rest of the address may have the token in it")
    func redirection() {
        let target = HeaderField(
            name: "Location",
            value: "https://u:s3cret@new.test:8443/bot77:s3cret/getUpdates?k=s3cret"
        )
        let error = #expect(throws: AskError.self) {
            try APIAnswer(status: 301, fields: [target], body: []).requireSuccess(from: "here", at: Self.now)
        }
        #expect(error?.description.contains("to https://new.test:8443/…)") == true, "\(String(describing: error))")
        #expect(error?.description.contains("s3cret") == false)
    }

    @Test(
        "what is shown of an address",
        arguments: [
            ("https://a.test", "https://a.test"), ("https://a.test/", "https://a.test/"),
            ("https://a.test/x", "https://a.test/…"), ("https://a.test?x", "https://a.test/…"),
            ("http://u:p@[::1]:80/x", "http://[::1]:80/…"), ("/bot77:secret", "an address without a host"),
            ("", "an address without a host"), ("nonsense of 77:secret", "an address without a host"),
        ]
    )
    func shownAddress(url: String, shown: String) {
        #expect(url.asShownURL == shown)
    }

    @Test(
        "the address of a page has the parameters that the configuration names, encoded",
        arguments: [
            ("https://x.test/f", nil, "https://x.test/f?n=2"),
            ("https://x.test/f", "a&b=ü", "https://x.test/f?n=2&c%5B%5D=a%26b%3D%C3%BC"),
            ("https://x.test/f?k=1", "7", "https://x.test/f?k=1&n=2&c%5B%5D=7"),
            ("https://x.test/f?", "7", "https://x.test/f?n=2&c%5B%5D=7"),
        ] as [(String, String?, String)]
    )
    func addresses(url: String, position: String?, expected: String) {
        let feed = FeedChannel(
            url: url,
            cursor: FeedChannel.Cursor(parameter: "c[]", member: ["next"]),
            pageSize: FeedChannel.PageSize(parameter: "n", size: 2)
        )
        #expect(feed.url(from: position) == expected)
    }

    @Test("a feed without parameters is asked for as it is configured, whatever position is known")
    func plainAddress() {
        #expect(FeedChannel(url: "https://x.test/f/").url(from: "7") == "https://x.test/f/")
    }

    struct PageCase: Sendable {
        var body: String
        var messages: [String] = ["data", "items"]
        var isEmpty: Bool
        var next: String?
    }

    @Test(
        "a page says whether it is empty, and where to go on",
        arguments: [
            PageCase(body: #"{"data":{"items":[{}]},"meta":{"next":7}}"#, isEmpty: false, next: "7"),
            PageCase(body: #"{"data":{"items":[]},"meta":{"next":"x"}}"#, isEmpty: true, next: "x"),
            PageCase(body: #"{"data":{"items":null},"meta":{"next":""}}"#, isEmpty: true, next: nil),
            PageCase(body: #"{"data":{"items":[1]},"meta":{"next":null}}"#, isEmpty: false, next: nil),
            PageCase(body: "[]", messages: [], isEmpty: true, next: nil),
            PageCase(body: "null", messages: [], isEmpty: true, next: nil),
            PageCase(body: #"{"id":1}"#, messages: [], isEmpty: false, next: nil),
        ]
    )
    func pages(given: PageCase) throws {
        let feed = FeedChannel(
            url: "",
            fields: FieldMap(messages: given.messages),
            cursor: FeedChannel.Cursor(parameter: "after", member: ["meta", "next"])
        )
        let page = try FeedPage(Array(given.body.utf8), of: feed)
        #expect(page.isEmpty == given.isEmpty)
        #expect(page.next == given.next)
    }

    @Test(
        "what is no page of the feed is none, not an empty one",
        arguments: ["", "{", "{}", #"{"data":{}}"#, "[]", "7"]
    )
    func oddPages(body: String) {
        let feed = FeedChannel(url: "", fields: FieldMap(messages: ["data", "items"]))
        #expect(throws: AskError.self) { try FeedPage(Array(body.utf8), of: feed) }
    }

    @Test(
        "the next offset is the one behind the highest number of a page",
        arguments: [
            ("[]", 0, nil), (#"[{"update_id":5}]"#, 1, "6"), (#"[{"update_id":9},{"update_id":8}]"#, 2, "10"),
            ("[{}]", 1, nil), ("[7]", 1, nil), (#"[{"update_id":9223372036854775807}]"#, 1, nil),
        ] as [(String, Int, String?)]
    )
    func offsets(result: String, count: Int, next: String?) throws {
        let page = try TelegramUpdates(Self.json(result))
        #expect(page.count == count)
        #expect(page.next == next)
    }

    @Test(
        "what Telegram says of its webhook",
        arguments: [
            (#"{"url":"","pending_update_count":0}"#, TelegramWebhookInfo(url: "", pending: 0)),
            (
                #"{"url":"u","pending_update_count":2,"last_error_message":"Bad\nGateway","last_error_date":1800000000}"#,
                TelegramWebhookInfo(url: "u", pending: 2, lastError: "Bad Gateway", lastErrorAt: now)
            ),
        ]
    )
    func webhookInfo(result: String, expected: TelegramWebhookInfo) throws {
        #expect(try TelegramWebhookInfo(Self.json(result)) == expected)
        #expect(throws: AskError.self) { try TelegramWebhookInfo(.object([:])) }
    }

    @Test("a message that Twilio lists becomes the request that its webhook would have made")
    func twilioDelivery() throws {
        let settings = ChannelSettings(provider: .twilio(TwilioChannel(account: "AC1", sender: "whatsapp:+4930")))
        let api = try TwilioAPI(TwilioChannel(account: "AC1", sender: "whatsapp:+4930"), settings)
        let listing = try TwilioListing(
            Self.json(
                #"{"messages":[{"sid":"MM1","direction":"inbound","from":"whatsapp:+491","to":"whatsapp:+4930","#
                    + #""body":"ä & ö","num_media":"1","date_sent":"Fri, 15 Jan 2027 07:59:00 +0000"},{"sid":"SM2","direction":"outbound-reply"},"#
                    + #"{"direction":"inbound"}],"next_page_uri":null}"#
            )
        )
        #expect(listing.inbound.map(\.id) == ["MM1"])
        #expect(listing.unclear == 1)
        let files = try TwilioListing.files(
            Self.json(#"{"media_list":[{"uri":"/a/ME1.json","content_type":"image/png"},{"uri":"https://x.test/"}]}"#)
        )
        let request = api.delivery(of: listing.inbound[0], files: files)
        let items = try DeliveryUnpacker(settings, channel: InboxName("sms")).items(of: request)
        guard case .message(let message)? = items.first else {
            Issue.record("no message: \(items)")
            return
        }
        #expect(message.id == "MM1" && message.text == "ä & ö" && message.person.id == "whatsapp:+491")
        #expect(message.sentAt == Self.now.addingTimeInterval(-60))
        #expect(message.attachments.map(\.url) == ["https://api.twilio.com/a/ME1"])
        #expect(message.attachments.map(\.type) == ["image/png"])
    }

    @Test("what is no list of a provider's is told of", arguments: ["{}", "[]", "null", #"{"messages":7}"#])
    func oddLists(body: String) throws {
        let json = try Self.json(body)
        #expect(throws: AskError.self) { try TwilioListing(json) }
        #expect(throws: AskError.self) { try PostmarkAPI.listed(json) }
        #expect(throws: AskError.self) { try TwilioListing.files(json) }
    }
}
