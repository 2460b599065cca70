import Foundation
import Model
import Testing

@testable import Chat

@Suite("Replies through Telegram")
struct TelegramAPITests {
    private let api: any ReplyAPI

    init() throws {
        api = try Replies.api(.telegram(.init()))
    }

    @Test("a part is sent as plain text, into its topic, and quotes what it answers even if that is gone")
    func request() throws {
        let part = Replies.part("a <b> & \"c\"", chat: "-10012", thread: "7", answers: "-10012/77")
        let request = try api.request(for: part, secret: "12:AB-c_d", at: Replies.now)
        #expect(request.url == "https://api.telegram.org/bot12:AB-c_d/sendMessage")
        #expect(request.fields.values(of: "Authorization").isEmpty)
        let quote = #"{"allow_sending_without_reply":true,"message_id":77}"#
        let body = #"{"chat_id":-10012,"message_thread_id":7,"reply_parameters":\#(quote),"text":"a <b> & \"c\""}"#
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == body)
    }

    @Test(
        "what is quoted is the message, though its number may have its chat before it and its update behind it",
        arguments: ["77", "-10012/77", "-10012/77/760546623"]
    )
    func quote(answers: String) throws {
        let part = Replies.part("x", chat: "-10012", answers: answers)
        let body = try api.request(for: part, secret: "1:a", at: Replies.now).body ?? []
        #expect(String(decoding: body, as: UTF8.self).contains(#""message_id":77}"#))
    }

    @Test("a channel goes by its name, and a token never leads to another path")
    func oddities() throws {
        let request = try api.request(
            for: Replies.part("x", chat: "@shop", answers: "none"),
            secret: "1:a/../b?c",
            at: Replies.now
        )
        #expect(request.url == "https://api.telegram.org/bot1:a%2F..%2Fb%3Fc/sendMessage")
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == #"{"chat_id":"@shop","text":"x"}"#)
    }

    @Test(
        "an answer means what Telegram documents",
        arguments: [
            AnswerCase(200, #"{"ok":true,"result":{"message_id":99}}"#, .accepted("99")),
            AnswerCase(
                429,
                #"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 14","parameters":{"retry_after":14}}"#,
                .limited(14)
            ),
            AnswerCase(
                429,
                #"{"ok":false,"error_code":429,"description":"Too Many Requests"}"#,
                retryAfter: "3",
                .limited(3)
            ),
            AnswerCase(429, "slow down", .limited()),
            AnswerCase(
                403,
                #"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#,
                .refused,
                "blocked by the user"
            ),
            AnswerCase(
                400,
                #"{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}"#,
                .refused,
                "chat not found"
            ),
            AnswerCase(
                400,
                #"{"ok":false,"error_code":400,"description":"upgraded","parameters":{"migrate_to_chat_id":-1009}}"#,
                .refused,
                "-1009"
            ),
            AnswerCase(401, #"{"ok":false,"error_code":401,"description":"Unauthorized"}"#, .later(), "token"),
            AnswerCase(404, #"{"ok":false,"error_code":404,"description":"Not Found"}"#, .later(), "token"),
            AnswerCase(500, #"{"ok":false,"error_code":500,"description":"Internal Server Error"}"#, .unknown),
            AnswerCase(502, "<html>Bad Gateway", .unknown),
            AnswerCase(200, "{", .unknown), AnswerCase(200, #"{"ok":true,"result":true}"#, .unknown),
            AnswerCase(301, "", .later()),
        ]
    )
    func answer(_ answer: AnswerCase) {
        answer.check(api)
    }

    @Test("it says which bot the token is, or that it is wrong")
    func identity() throws {
        #expect(api.introduction(secret: "1:a")?.url == "https://api.telegram.org/bot1:a/getMe")
        let known = Replies.answer(200, #"{"ok":true,"result":{"id":1,"is_bot":true,"username":"shop_bot"}}"#)
        #expect(try api.identity(in: known) == "Telegram knows the token as the bot @shop_bot")
        let wrong = Replies.answer(401, #"{"ok":false,"error_code":401,"description":"Unauthorized"}"#)
        #expect(#expect(throws: ReplyError.self) { try api.identity(in: wrong) }?.kind == .token)
    }
}
