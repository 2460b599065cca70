package import Foundation
package import Model

/// `sendMessage` of Telegram's Bot API (core.telegram.org/bots/api#sendmessage), as plain text.
package struct TelegramAPI: ReplyAPI {
    package let provider = "Telegram"
    package let address: APIAddress
    package let secret: SecretReference?
    package let limit = PartLimit(most: 4_096, unit: .utf16)

    /// Whether it is Telegram's own server, with its limits.
    let isTelegrams: Bool

    package init(_ settings: ChannelSettings) throws(ReplyError) {
        address = try settings.address()
        isTelegrams = [settings.provider.usualAPI, ""].contains(settings.api)
        secret = settings.token
    }

    package func request(for part: ReplyPart, secret: String, at now: Date) throws(ReplyError) -> APIRequest {
        let message = TelegramReply(
            chat_id: TelegramReply.Chat(part.place.chat),
            text: part.text,
            message_thread_id: part.place.thread.flatMap { Int64($0) },
            reply_parameters: part.answers.flatMap(TelegramReply.Quote.init)
        )
        return try .post(url("sendMessage", secret), json: message)
    }

    package func meaning(of answer: APIAnswer, at now: Date) -> ChatAnswer {
        guard let said = answer.json(TelegramAnswer.self) else { return meaning(ofStatus: answer, at: now) }
        if said.ok, let id = said.result?.message_id { return .accepted(id: String(id)) }
        guard !said.ok, let code = said.error_code else { return meaning(ofStatus: answer, at: now) }
        return meaning(ofCode: code, said, answer, at: now)
    }

    package func introduction(secret: String) -> APIRequest? {
        .get(url("getMe", secret))
    }

    package func identity(in answer: APIAnswer) throws(ReplyError) -> String {
        guard let said = answer.json(TelegramAnswer.self) else { throw strangeAnswer(answer) }
        if said.ok, let name = said.result?.username { return "Telegram knows the token as the bot @\(name.asRemark)" }
        guard [401, 404].contains(said.error_code) else { throw strangeAnswer(answer) }
        throw badToken(said.description ?? "HTTP \(answer.status)")
    }

    /// The token stands in the path; its colon may (RFC 3986 §3.3).
    func url(_ method: String, below folder: String = "bot", _ secret: String) -> String {
        let token = secret.split(separator: ":", omittingEmptySubsequences: false)
            .map { APIRequest.percentEncoded(String($0)) }
            .joined(separator: ":")
        return "\(address)/\(folder)\(token)/\(method)"
    }
}
