import Foundation
import Model
import Testing

@testable import Chat

@Suite("Replies through WhatsApp and Messenger")
struct MetaAPITests {
    private let whatsApp: any ReplyAPI
    private let messenger: any ReplyAPI

    init() throws {
        let channel = MetaChannel(account: "1065", verifyToken: .environment("V"))
        whatsApp = try Replies.api(.whatsapp(channel))
        messenger = try Replies.api(.messenger(channel))
    }

    private static func error(_ code: Int, _ subcode: Int? = nil, _ message: String = "words") -> String {
        let second = subcode.map { #","error_subcode":\#($0)"# } ?? ""
        return #"{"error":{"message":"\#(message)","type":"OAuthException","code":\#(code)\#(second)}}"#
    }

    @Test("WhatsApp gets a text that quotes what it answers, and our name for it to give back with receipts")
    func whatsAppRequest() throws {
        let part = Replies.part("Hello", chat: "4917", answers: "wamid.HBgL/x=")
        let request = try whatsApp.request(for: part, secret: "EAA", at: Replies.now)
        #expect(request.url == "https://graph.facebook.com/v21.0/1065/messages")
        #expect(request.fields.values(of: "Authorization") == ["Bearer EAA"])
        let body =
            #"{"biz_opaque_callback_data":"\#(part.name)","context":{"message_id":"wamid.HBgL/x="},"messaging_product":"whatsapp","recipient_type":"individual","#
            + #""text":{"body":"Hello"},"to":"4917","type":"text"}"#
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == body)
    }

    @Test("what was written in a group of WhatsApp's is answered in the group")
    func whatsAppGroup() throws {
        let delivery = #"""
            {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{
            "metadata":{"phone_number_id":"1065"},"messages":[{"from":"4917","group_id":"Y2FwaV9n","id":"wamid.1",
            "timestamp":"1800000000","type":"text","text":{"body":"Hello"}}]}}]}]}
            """#
        let channel = MetaChannel(account: "1065", verifyToken: .environment("V"))
        let message = try Unpacking(.whatsapp(channel)).message(delivery)
        #expect(message.person.id == "4917")
        #expect(message.remarks == ["written in a group"])
        let part = Replies.part("Hello", chat: message.place.chat)
        let body = try whatsApp.request(for: part, secret: "EAA", at: Replies.now).body ?? []
        let text = String(decoding: body, as: UTF8.self)
        #expect(text.contains(#""recipient_type":"group""#) && text.contains(#""to":"Y2FwaV9n""#), "\(text)")
    }

    @Test("Messenger gets a response")
    func messengerRequest() throws {
        let request = try messenger.request(for: Replies.part("Hello", chat: "77"), secret: "EAA", at: Replies.now)
        #expect(request.url == "https://graph.facebook.com/v21.0/1065/messages")
        let body = #"{"message":{"text":"Hello"},"messaging_type":"RESPONSE","recipient":{"id":"77"}}"#
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == body)
    }

    @Test(
        "WhatsApp's answers mean what Meta documents, whatever their status",
        arguments: [
            AnswerCase(200, #"{"messaging_product":"whatsapp","messages":[{"id":"wamid.1"}]}"#, .accepted("wamid.1")),
            AnswerCase(400, Self.error(131_047), .refused, "24 hours"),
            AnswerCase(400, Self.error(470), .refused, "24 hours"),
            AnswerCase(400, Self.error(131_056), .later()),
            AnswerCase(429, Self.error(131_056), retryAfter: "6", .later(6)),
            AnswerCase(400, Self.error(130_429), .limited()),
            AnswerCase(429, Self.error(130_429), retryAfter: "9", .limited(9)),
            AnswerCase(400, Self.error(4), .limited()), AnswerCase(400, Self.error(80_007), .limited()),
            AnswerCase(401, Self.error(190), .later(), "token"), AnswerCase(401, Self.error(0), .later(), "token"),
            AnswerCase(500, Self.error(3), .later(), "token"), AnswerCase(403, Self.error(200), .later(), "token"),
            AnswerCase(403, Self.error(10), .later(), "rights"), AnswerCase(403, Self.error(131_031), .later()),
            AnswerCase(403, Self.error(368), .later(), "keeps the account"),
            AnswerCase(400, Self.error(131_026), .refused, "Answer in another way"),
            AnswerCase(400, Self.error(100), .refused, "100: words"),
            AnswerCase(503, Self.error(2), .unknown), AnswerCase(500, Self.error(131_000), .unknown),
            AnswerCase(400, Self.error(1), .unknown),
            AnswerCase(500, "", .unknown), AnswerCase(200, "{\"messages\":", .unknown), AnswerCase(200, "{}", .unknown),
            AnswerCase(429, "", .limited()), AnswerCase(302, "", .later()),
        ]
    )
    func whatsAppAnswer(_ answer: AnswerCase) {
        answer.check(whatsApp)
    }

    @Test(
        "Messenger's answers mean what Meta documents",
        arguments: [
            AnswerCase(200, #"{"recipient_id":"77","message_id":"m_1"}"#, .accepted("m_1")),
            AnswerCase(400, Self.error(10, 2_018_278), .refused, "24 hours"),
            AnswerCase(400, Self.error(10), .later(), "token"),
            AnswerCase(400, Self.error(613), .limited()),
            AnswerCase(400, Self.error(613, 1_893_016), retryAfter: "20", .limited(20)),
            AnswerCase(400, Self.error(551), .refused),
            AnswerCase(400, Self.error(200, 1_545_041), .refused, "takes no messages"),
            AnswerCase(400, Self.error(100, 2_018_001), .refused), AnswerCase(500, Self.error(1_200), .later()),
            AnswerCase(400, Self.error(190, 460), .later(), "token"),
            AnswerCase(400, Self.error(1, 1_357_046), .unknown),
            AnswerCase(500, Self.error(2), .unknown), AnswerCase(200, "nonsense", .unknown),
            AnswerCase(502, "", .unknown),
        ]
    )
    func messengerAnswer(_ answer: AnswerCase) {
        answer.check(messenger)
    }

    @Test("every request can prove to know the app's secret (vector computed with OpenSSL)")
    func proof() throws {
        let settings = ChannelSettings(
            provider: .whatsapp(MetaChannel(account: "1065", verifyToken: .environment("V"))),
            keys: [.environment("NEW"), .environment("OLD")],
            token: .environment("TOKEN")
        )
        #expect(try settings.replyAPI().proofKey == .environment("NEW"))
        #expect(try Replies.api(.slack(SlackChannel())).proofKey == nil)
        let code = "3ed5c45291669ee788e82dfd074125ffd6cef0f510cae95b5d0bcfb96cd18cd2"
        let post = try whatsApp.request(for: Replies.part(), secret: "EAAtoken", at: Replies.now)
        let proven = post.proving(token: "EAAtoken", by: "0123456789abcdef0123456789abcdef")
        #expect(proven.url == "\(post.url)?appsecret_proof=\(code)")
        #expect((proven.body, proven.fields) == (post.body, post.fields))
        let get = try #require(whatsApp.introduction(secret: "EAAtoken"))
        let asked = get.proving(token: "EAAtoken", by: "0123456789abcdef0123456789abcdef")
        #expect(asked.url == "\(get.url)&appsecret_proof=\(code)")
    }

    @Test("a proof that Meta does not accept holds replies up, and the sentence says what to do")
    func badProof() throws {
        for api in [whatsApp, messenger] {
            let body = Self.error(100, nil, "Invalid appsecret_proof provided in the API argument")
            AnswerCase(400, body, .later(), "first among the “keys”").check(api)
            let error = #expect(throws: ReplyError.self) { try api.identity(in: Replies.answer(400, body)) }
            #expect(error?.kind == .configuration)
        }
    }

    @Test("both say who the token is, or what is wrong with it")
    func identity() throws {
        #expect(
            whatsApp.introduction(secret: "E")?.url
                == "https://graph.facebook.com/v21.0/1065?fields=display_phone_number,verified_name"
        )
        let phone = Replies.answer(200, #"{"display_phone_number":"+49 30 1","verified_name":"Shop","id":"1065"}"#)
        #expect(try whatsApp.identity(in: phone) == "WhatsApp sends as Shop, +49 30 1")
        #expect(
            try messenger.identity(in: Replies.answer(200, #"{"id":"1065","name":"Shop"}"#))
                == "Messenger sends as the page Shop"
        )
        let kinds = [
            (messenger, 200, #"{"id":"1","name":"Other"}"#, ReplyError.Kind.configuration),
            (whatsApp, 401, Self.error(190), .token), (whatsApp, 400, Self.error(100, 33), .configuration),
            (messenger, 500, "", .passing),
        ]
        for (api, status, body, kind) in kinds {
            let error = #expect(throws: ReplyError.self) { try api.identity(in: Replies.answer(status, body)) }
            #expect(error?.kind == kind, "\(body)")
        }
    }
}
