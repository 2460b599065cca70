package import Foundation
package import Model

/// The Send API of the Messenger platform (developers.facebook.com, Messenger Platform: Send API, common error codes).
package struct MessengerAPI: ReplyAPI {
    package let provider = "Messenger"
    package let address: APIAddress
    package let secret: SecretReference?
    package let proofKey: SecretReference?
    package let limit = PartLimit(most: 2_000, unit: .utf16)
    private let channel: MetaChannel

    init(_ channel: MetaChannel, _ settings: ChannelSettings) throws(ReplyError) {
        address = try settings.address()
        secret = settings.token
        proofKey = settings.keys.first
        self.channel = channel
    }

    package func request(for part: ReplyPart, secret: String, at now: Date) throws(ReplyError) -> APIRequest {
        let message = MessengerReply(
            recipient: MessengerReply.Recipient(id: part.place.chat),
            message: MessengerReply.Text(text: part.text)
        )
        let url = channel.url(address, "\(APIRequest.percentEncoded(channel.account))/messages")
        return try .post(url, json: message, authorization: "Bearer \(secret)")
    }

    package func meaning(of answer: APIAnswer, at now: Date) -> ChatAnswer {
        let said = answer.json(MetaAnswer.self)
        if let error = said?.error { return meaning(ofError: error, answer, at: now) }
        if (200..<300).contains(answer.status), let id = said?.message_id { return .accepted(id: id) }
        return meaning(ofStatus: answer, at: now)
    }

    private func meaning(ofError error: MetaError, _ answer: APIAnswer, at now: Date) -> ChatAnswer {
        if error.concernsProof { return .later(badProof(error.words).description) }
        switch (error.code, error.error_subcode) {
        // 2018065 is what the same was called before.
        case (10, 2_018_278), (10, 2_018_065), (200, 2_018_278): return .refused(windowIsOver(error.words))
        case (551, _), (_, 1_545_041):
            return .refused("The customer takes no messages from the page (\(error.words)). Answer in another way.")
        case (100, 2_018_001):
            return .refused("Messenger knows no such customer of this page (\(error.words)). Answer in another way.")
        case (1_200, _): return .later("Messenger did not get the message sent this time (\(error.words)).")
        case (10, _): return .later(badToken(error.words).description)
        default: break
        }
        return meaning(ofGraphError: error, answer, at: now) ?? meaning(ofOther: error, answer, at: now)
    }

    package func introduction(secret: String) -> APIRequest? {
        .get(channel.url(address, "me?fields=id,name"), authorization: "Bearer \(secret)")
    }

    package func identity(in answer: APIAnswer) throws(ReplyError) -> String {
        let said = answer.json(MetaAnswer.self)
        if let error = said?.error { throw accountError(error, answer, channel.account) }
        guard let id = said?.id else { throw strangeAnswer(answer) }
        let name = (said?.name ?? "a page without a name").asRemark
        guard id == channel.account else {
            throw ReplyError(
                .configuration,
                "The token belongs to \(name) (\(id.asRemark)), but the channel's account is \(channel.account). Correct one of them."
            )
        }
        return "Messenger sends as the page \(name)"
    }
}

/// A text message, in the names of the API.
private struct MessengerReply: Encodable {
    var recipient: Recipient
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var messaging_type = "RESPONSE"
    var message: Text

    struct Recipient: Encodable {
        var id: String
    }

    struct Text: Encodable {
        var text: String
    }
}
