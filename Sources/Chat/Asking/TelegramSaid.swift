package import Foundation

/// What Telegram answered to a question: the result, or why there is none
/// (core.telegram.org/bots/api#making-requests).
package enum TelegramSaid {
    /// The member `result`.
    package static func result(in answer: APIAnswer, at now: Date) throws(AskError) -> JSONValue {
        let json = answer.body.flatMap { try? JSONValue(parsing: $0) }
        let words = json?["description"]?.text
        if json?["ok"]?.flag == false { try refuse(answer, json?["error_code"]?.whole ?? answer.status, json, at: now) }
        try answer.requireSuccess(from: "Telegram", said: words, at: now)
        guard json?["ok"]?.flag == true, let result = json?["result"] else {
            throw AskError(.nonsense, "Telegram answered HTTP \(answer.status) and nothing that Telegram would say.")
        }
        return result
    }

    private static func refuse(_ answer: APIAnswer, _ code: Int, _ json: JSONValue?, at now: Date) throws(AskError) {
        let words = (json?["description"]?.text ?? "error \(code)").asRemark
        switch code {
        case 409: throw AskError(.configuration, conflict(words))
        case 429:
            let seconds = json?["parameters", "retry_after"]?.double.map(APIAnswer.bounded)
            throw AskError(
                .passing,
                "Telegram is asked too often (\(words)).",
                retryAfter: seconds ?? answer.retryAfter(at: now)
            )
        // A token of the wrong form is a path that does not exist.
        case 401, 404:
            throw AskError(
                .token,
                "Telegram does not accept the token (\(words)). Put a valid one where “token” of the channel points; "
                    + "it is read anew at each request."
            )
        default:
            try APIAnswer(status: code, fields: answer.fields, body: nil)
                .requireSuccess(from: "Telegram", said: words, at: now)
        }
    }

    private static func conflict(_ words: String) -> String {
        words.lowercased().contains("webhook")
            ? "Telegram calls a webhook of this bot, so it cannot be polled (\(words)). "
                + "Delete the webhook, or set “receive: webhook”."
            : "Another program polls the same bot (\(words)). Stop it, or give this desk a bot of its own."
    }
}
