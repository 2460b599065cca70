import Crypto
import Foundation
import Model
import Testing

@testable import Chat

@Suite("Replies to a receiver of the shop's own")
struct GenericAPITests {
    private static let key = "whsec_" + Data("0123456789abcdef0123456789abcdef".utf8).base64EncodedString()
    private let api: any ReplyAPI

    init() throws {
        api = try Replies.api(
            .webhook(GenericChannel(replyURL: "https://shop.example/replies", replyKey: .environment("K")))
        )
    }

    @Test("a part is signed over its number, the time of the try and its bytes")
    func request() throws {
        let part = Replies.part("Hello", chat: "77", thread: "t", answers: "m1")
        let request = try api.request(for: part, secret: Self.key, at: Replies.now)
        let data = #"{"answers":"m1","chat":"77","part":1,"parts":1,"text":"Hello","thread":"t"}"#
        let body = #"{"data":\#(data),"timestamp":"2027-01-15T08:00:00Z","type":"reply"}"#
        #expect(request.url == "https://shop.example/replies")
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == body)
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("\(part.key).1800000000.\(body)".utf8),
            using: SymmetricKey(data: Array("0123456789abcdef0123456789abcdef".utf8))
        )
        #expect(request.fields.values(of: "webhook-id") == [part.key])
        #expect(request.fields.values(of: "webhook-timestamp") == ["1800000000"])
        #expect(request.fields.values(of: "webhook-signature") == ["v1,\(Data(code).base64EncodedString())"])
    }

    @Test("replies go to the very address of the configuration; what is said of it has no key that stands in it")
    func address() throws {
        let url = "https://shop.example/replies/?key=s3cret"
        let api = try Replies.api(.webhook(GenericChannel(replyURL: url, replyKey: .environment("K"))))
        #expect(try api.request(for: Replies.part(), secret: Self.key, at: Replies.now).url == url)
        #expect(api.address.description == "https://shop.example/replies")
        for status in [301, 404, 500] {
            let sentence = api.meaning(of: Replies.answer(status, ""), at: Replies.now).sentence
            #expect(!sentence.contains("s3cret"), "\(sentence)")
        }
    }

    @Test("an ed25519 key signs as v1a")
    func asymmetric() throws {
        let key = Curve25519.Signing.PrivateKey()
        let secret = "whsk_" + key.rawRepresentation.base64EncodedString()
        let request = try api.request(for: Replies.part(), secret: secret, at: Replies.now)
        #expect(request.fields.values(of: "webhook-signature").first?.hasPrefix("v1a,") == true)
    }

    @Test("the number of a part is the same at every try, and no other part has it")
    func keys() {
        let reply = ChatReply(place: ChatPlace(chat: "1"), parts: ["a", "b"])
        let keys = ["r1@x", "r2@x"].flatMap { id in
            [1, 2].map { ReplyPart($0, of: reply, messageID: id, writtenAt: Replies.now).key }
        }
        #expect(Set(keys).count == 4)
        #expect(keys[0] == ReplyPart(1, of: reply, messageID: "r1@x", writtenAt: .distantPast).key)
        #expect(keys.allSatisfy { $0.count == 36 && !$0.contains(".") })
    }

    @Test(
        "a key of another form is the configuration's fault",
        arguments: ["", "secret", "whsec_", "whsec_!!", "whsec_c2hvcnQ="]
    )
    func badKey(key: String) {
        let error = #expect(throws: ReplyError.self) {
            try api.request(for: Replies.part(), secret: key, at: Replies.now)
        }
        #expect(error?.kind == .configuration)
        #expect(error?.description.contains("c2hvcnQ=") == false)
    }

    @Test(
        "an answer without a yes is another try, since the receiver knows what it has",
        arguments: [
            AnswerCase(200, "", .accepted(nil)), AnswerCase(204, "", .accepted(nil)),
            AnswerCase(200, "nonsense", .accepted(nil)),
            AnswerCase(429, "", retryAfter: "5", .limited(5)), AnswerCase(503, "", retryAfter: "60", .limited(60)),
            AnswerCase(502, "", .limited()), AnswerCase(500, "", .later(), "same number"),
            AnswerCase(500, "", retryAfter: "3", .later(3)), AnswerCase(401, "", .later(), "signature"),
            AnswerCase(301, "", .later(), "elsewhere"), AnswerCase(404, "", .later()), AnswerCase(410, "", .refused),
            AnswerCase(400, "", .refused), AnswerCase(422, "", .refused),
        ]
    )
    func answer(_ answer: AnswerCase) {
        answer.check(api)
    }

    @Test(
        "a channel without a way for replies says so",
        arguments: [
            ChannelProvider.webhook(GenericChannel()), .mailgun, .postmark(user: "u"), .sendgrid,
            .feed(FeedChannel(url: "https://x.example")),
            .widget(WidgetChannel(origins: [], title: "")),
            .webhook(GenericChannel(replyURL: "http://shop.example/replies")),
        ]
    )
    func noReplies(provider: ChannelProvider) {
        let error = #expect(throws: ReplyError.self) { try Replies.api(provider) }
        #expect(error?.kind == .configuration)
        #expect(ChannelSettings(provider: provider).partLimit == nil)
    }
}
