import Foundation
import Model
import Testing

@testable import Chat

@Suite("Replies through Twilio")
struct TwilioAPITests {
    private func api(sender: String = "+4930123") throws -> any ReplyAPI {
        try Replies.api(.twilio(TwilioChannel(account: "AC1", sender: sender)))
    }

    private static func error(_ code: Int) -> String {
        #"{"code":\#(code),"message":"words","more_info":"https://www.twilio.com/docs/errors/\#(code)","status":400}"#
    }

    @Test("a part is a form with basic authentication")
    func request() throws {
        let part = Replies.part("Grüße & mehr+", chat: "+4917")
        let request = try api().request(for: part, secret: "tok", at: Replies.now)
        #expect(request.url == "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json")
        #expect(request.fields.values(of: "Authorization") == ["Basic QUMxOnRvaw=="])
        #expect(request.fields.values(of: "Content-Type") == ["application/x-www-form-urlencoded"])
        let body = "To=%2B4917&From=%2B4930123&Body=Gr%C3%BC%C3%9Fe%20%26%20mehr%2B"
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == body)
    }

    @Test("the auth token that deliveries are signed with authorises replies too, unless another is given")
    func authority() throws {
        let channel = ChannelProvider.twilio(TwilioChannel(account: "AC1", sender: "+4930123"))
        var settings = ChannelSettings(provider: channel, keys: [.environment("SIGNED"), .environment("OLD")])
        #expect(try settings.replyAPI().secret == .environment("SIGNED"))
        settings.token = .environment("TOKEN")
        #expect(try settings.replyAPI().secret == .environment("TOKEN"))
        settings.token = nil
        let answer = try settings.replyAPI().meaning(of: Replies.answer(401, Self.error(20_003)), at: Replies.now)
        #expect(answer.sentence.contains("“keys”"), "\(answer.sentence)")
    }

    @Test("through WhatsApp the number is written as one of WhatsApp", arguments: ["+4917", "whatsapp:+4917"])
    func whatsApp(chat: String) throws {
        let request = try api(sender: "whatsapp:+4930").request(
            for: Replies.part("x", chat: chat),
            secret: "t",
            at: Replies.now
        )
        #expect(
            request.body.map { String(decoding: $0, as: UTF8.self) }
                == "To=whatsapp%3A%2B4917&From=whatsapp%3A%2B4930&Body=x"
        )
    }

    @Test(
        "Twilio is told where receipts go, and for what, if that address can be reached from outside",
        arguments: [("https://desk.example/channels/sms", true), ("http://127.0.0.1:8025/channels/sms", false)]
    )
    func callback(webhook: String, isTold: Bool) throws {
        let settings = ChannelSettings(provider: .twilio(TwilioChannel(account: "AC1", sender: "+4930123")))
        let part = Replies.part("x", chat: "+4917")
        let request = try settings.replyAPI(webhook: webhook).request(for: part, secret: "t", at: Replies.now)
        let form = try FormBody(request.body ?? [], contentType: "application/x-www-form-urlencoded")
        let callback = form["StatusCallback"]
        #expect(callback == (isTold ? "\(webhook)?part=\(part.name)" : nil))
        #expect(callback.map { !$0.contains("%") } ?? true)
    }

    @Test(
        "an answer means what Twilio documents",
        arguments: [
            AnswerCase(201, #"{"sid":"SM1","status":"queued","error_code":null}"#, .accepted("SM1")),
            AnswerCase(429, Self.error(20_429), retryAfter: "1", .limited(1)),
            AnswerCase(429, Self.error(20_429), .limited()),
            AnswerCase(400, Self.error(21_611), .limited()), AnswerCase(400, Self.error(63_018), .limited()),
            AnswerCase(400, Self.error(21_610), .refused, "START"),
            AnswerCase(400, Self.error(63_016), .refused, "24 hours"),
            AnswerCase(400, Self.error(21_211), .refused), AnswerCase(400, Self.error(21_617), .refused, "too long"),
            AnswerCase(401, Self.error(20_003), .later(), "token"),
            AnswerCase(404, Self.error(20_404), .later(), "account"),
            AnswerCase(400, Self.error(21_606), .later(), "sender"),
            AnswerCase(400, Self.error(21_408), .later(), "country"),
            AnswerCase(400, Self.error(21_609), .later(), "receipts"),
            AnswerCase(400, Self.error(29_999), .refused, "29999: words"),
            AnswerCase(500, Self.error(20_500), .unknown),
            AnswerCase(503, "", .unknown), AnswerCase(201, "", .unknown), AnswerCase(201, "{\"sid\"", .unknown),
            AnswerCase(307, "", .later()),
        ]
    )
    func answer(_ answer: AnswerCase) throws {
        answer.check(try api())
    }

    @Test("it says which account the token is of, or what is wrong with it")
    func identity() throws {
        let api = try api()
        #expect(api.introduction(secret: "t")?.url == "https://api.twilio.com/2010-04-01/Accounts/AC1.json")
        let known = Replies.answer(200, #"{"sid":"AC1","friendly_name":"Shop","status":"active"}"#)
        #expect(try api.identity(in: known) == "Twilio knows the account Shop, which sends as +4930123")
        for (status, body, kind) in [
            (200, #"{"friendly_name":"Shop","status":"suspended"}"#, ReplyError.Kind.configuration),
            (401, Self.error(20_003), .token), (404, Self.error(20_404), .token), (500, "", .passing),
        ] {
            let error = #expect(throws: ReplyError.self) { try api.identity(in: Replies.answer(status, body)) }
            #expect(error?.kind == kind, "\(body)")
        }
    }
}
