package import Foundation
package import Model

/// `chat.postMessage` of Slack's Web API (docs.slack.dev/reference/methods/chat.postMessage). It has no idempotency key
/// that is meant for us: `client_msg_id` is for Slack's own clients (slackapi/java-slack-sdk issue 852).
package struct SlackAPI: ReplyAPI {
    package let provider = "Slack"
    package let address: APIAddress
    package let secret: SecretReference?
    /// Recommended; Slack cuts at 40,000.
    package let limit = PartLimit(most: 4_000, unit: .slackEscaped)

    init(_ settings: ChannelSettings) throws(ReplyError) {
        address = try settings.address()
        secret = settings.token
    }

    private struct Message: Encodable {
        var channel: String
        var text: String
        /// Else `*`, `_`, `~` and backticks would be taken for formatting.
        var mrkdwn = false
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var thread_ts: String?
    }

    package func request(for part: ReplyPart, secret: String, at now: Date) throws(ReplyError) -> APIRequest {
        let message = Message(
            channel: part.place.chat,
            text: SlackEscaping.escaped(part.text),
            thread_ts: part.place.thread
        )
        return try .post("\(address)/chat.postMessage", json: message, authorization: "Bearer \(secret)")
    }

    package func meaning(of answer: APIAnswer, at now: Date) -> ChatAnswer {
        guard let said = answer.json(SlackAnswer.self) else { return meaning(ofStatus: answer, at: now) }
        if said.ok, let time = said.ts { return .accepted(id: "\(said.channel ?? "")/\(time)") }
        guard !said.ok, let error = said.error else { return meaning(ofStatus: answer, at: now) }
        return meaning(ofError: error, answer, at: now)
    }

    package func introduction(secret: String) -> APIRequest? {
        .post("\(address)/auth.test", form: [], authorization: "Bearer \(secret)")
    }

    package func identity(in answer: APIAnswer) throws(ReplyError) -> String {
        guard let said = answer.json(SlackAnswer.self) else { throw strangeAnswer(answer) }
        guard said.ok, let user = said.user else { throw badToken(said.error ?? "HTTP \(answer.status)") }
        let name =
            "Slack knows the token as \(user.asRemark) in \((said.team ?? "a workspace without a name").asRemark)"
        return mayReadFiles(answer) ? name : "\(name); it may not read the files of messages. \(Self.scopeAdvice)"
    }
}

/// What we read of Slack's answers.
struct SlackAnswer: Decodable {
    var ok: Bool
    var error: String?
    var channel: String?
    var ts: String?
    var user: String?
    var team: String?
}
