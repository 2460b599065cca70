import Foundation

/// Telegram's errors are the codes of HTTP with words; `parameters` says what a program can act on.
extension TelegramAPI {
    func meaning(ofCode code: Int, _ said: TelegramAnswer, _ answer: APIAnswer, at now: Date) -> ChatAnswer {
        let words = (said.description ?? "error \(code)").asRemark
        switch code {
        case 429:
            let seconds = said.parameters?.retry_after.map { APIAnswer.bounded(TimeInterval($0)) }
            return .limited(
                "Telegram takes no more messages from the bot for the moment (\(words)).",
                retryAfter: seconds ?? answer.retryAfter(at: now)
            )
        // A token of the wrong form is a path that does not exist.
        case 401, 404: return .later(badToken(words).description)
        case 403:
            return .refused(
                "The bot may not write to this customer any more, who has blocked it or left the chat (\(words)). "
                    + "Answer in another way."
            )
        case 400: return .refused(refusal(words, said))
        default:
            let told = APIAnswer(status: code, fields: answer.fields, body: nil)
            return meaning(ofStatus: told, at: now, said: words)
        }
    }

    private func refusal(_ words: String, _ said: TelegramAnswer) -> String {
        if let chat = said.parameters?.migrate_to_chat_id {
            return
                "The group has become a supergroup with the number \(chat). Answer the next message that comes from there."
        }
        return "Telegram refused the reply (\(words))."
    }
}
