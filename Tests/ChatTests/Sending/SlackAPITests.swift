import Foundation
import Model
import Testing

@testable import Chat

@Suite("Replies through Slack")
struct SlackAPITests {
    private let api: any ReplyAPI

    init() throws {
        api = try Replies.api(.slack(.init()))
    }

    @Test("a part is posted into its thread as it was approved: no mention, no link by name, no bold letters in it")
    func request() throws {
        let part = Replies.part(
            "See <!channel> & <https://evil.example|here> for _my_file_ at ~5~ *now*",
            chat: "C024",
            thread: "1482960137.003543"
        )
        let request = try api.request(for: part, secret: "xoxb-1", at: Replies.now)
        #expect(request.method == "POST" && request.url == "https://slack.com/api/chat.postMessage")
        #expect(request.fields.values(of: "Authorization") == ["Bearer xoxb-1"])
        #expect(request.fields.values(of: "Content-Type") == ["application/json; charset=utf-8"])
        let text = "See &lt;!channel&gt; &amp; &lt;https://evil.example|here&gt; for _my_file_ at ~5~ *now*"
        let body = #"{"channel":"C024","mrkdwn":false,"text":"\#(text)","thread_ts":"1482960137.003543"}"#
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == body)
    }

    @Test(
        "an answer means what Slack documents",
        arguments: [
            AnswerCase(200, #"{"ok":true,"channel":"C1","ts":"15.2"}"#, .accepted("C1/15.2")),
            AnswerCase(429, #"{"ok":false,"error":"ratelimited"}"#, retryAfter: "30", .limited(30)),
            AnswerCase(200, #"{"ok":false,"error":"rate_limited"}"#, .limited()),
            AnswerCase(429, "", retryAfter: "Fri, 15 Jan 2027 08:00:10 GMT", .limited(10)),
            AnswerCase(200, #"{"ok":false,"error":"service_unavailable"}"#, .later()),
            AnswerCase(200, #"{"ok":false,"error":"invalid_auth"}"#, .later(), "token"),
            AnswerCase(200, #"{"ok":false,"error":"missing_scope"}"#, .later(), "token"),
            AnswerCase(200, #"{"ok":false,"error":"not_in_channel"}"#, .refused, "Invite it"),
            AnswerCase(200, #"{"ok":false,"error":"channel_not_found"}"#, .refused, "no such channel"),
            AnswerCase(200, #"{"ok":false,"error":"is_archived"}"#, .refused, "archived"),
            AnswerCase(200, #"{"ok":false,"error":"restricted_action_read_only_channel"}"#, .refused, "rules"),
            AnswerCase(200, #"{"ok":false,"error":"msg_too_long"}"#, .refused, "Edit the reply"),
            AnswerCase(200, #"{"ok":false,"error":"something_new"}"#, .refused, "something_new"),
            // Some aspect of the operation may have succeeded.
            AnswerCase(200, #"{"ok":false,"error":"internal_error"}"#, .unknown, "say whether it arrived"),
            AnswerCase(500, #"{"ok":false,"error":"fatal_error"}"#, .unknown),
            AnswerCase(200, "{\"ok\":tru", .unknown), AnswerCase(200, "", .unknown),
            AnswerCase(200, #"{"ok":true}"#, .unknown),
            AnswerCase(500, "<html>", .unknown), AnswerCase(503, "", .unknown),
            AnswerCase(302, "", .later(), "elsewhere"), AnswerCase(404, "", .later(), "api"),
            AnswerCase(403, "", .refused),
        ]
    )
    func answer(_ answer: AnswerCase) {
        answer.check(api)
    }

    @Test("it says who the token is, or that it is wrong")
    func identity() throws {
        let request = try #require(api.introduction(secret: "xoxb-1"))
        #expect(request.url == "https://slack.com/api/auth.test")
        let known = Replies.answer(200, #"{"ok":true,"user":"wavelength","team":"Shop"}"#)
        #expect(try api.identity(in: known) == "Slack knows the token as wavelength in Shop")
        let error = #expect(throws: ReplyError.self) {
            try api.identity(in: Replies.answer(200, #"{"ok":false,"error":"invalid_auth"}"#))
        }
        #expect(error?.kind == .token && error?.description.contains("invalid_auth") == true)
        #expect(throws: ReplyError.self) { try api.identity(in: Replies.answer(502, "<html>")) }
    }

    @Test(
        "it says whether the token may read files, where Slack tells",
        arguments: [("chat:write,im:history", false), ("chat:write, files:read", true), ("", true)]
    )
    func scopes(scopes: String, mayRead: Bool) throws {
        var answer = Replies.answer(200, #"{"ok":true,"user":"wavelength","team":"Shop"}"#)
        answer.fields.append(HeaderField(name: "x-oauth-scopes", value: scopes))
        #expect(try api.identity(in: answer).contains("may not read the files") == !mayRead)
    }
}
