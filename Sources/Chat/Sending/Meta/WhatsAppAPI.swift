package import Foundation
package import Model

/// Text messages of WhatsApp's Cloud API (developers.facebook.com, WhatsApp Cloud API: text messages, error codes).
package struct WhatsAppAPI: ReplyAPI {
    package let provider = "WhatsApp"
    package let address: APIAddress
    package let secret: SecretReference?
    package let proofKey: SecretReference?
    package let limit = PartLimit(most: 4_096, unit: .utf16)
    let channel: MetaChannel

    init(_ channel: MetaChannel, _ settings: ChannelSettings) throws(ReplyError) {
        address = try settings.address()
        secret = settings.token
        proofKey = settings.keys.first
        self.channel = channel
    }

    private var account: String { APIRequest.percentEncoded(channel.account) }

    package func request(for part: ReplyPart, secret: String, at now: Date) throws(ReplyError) -> APIRequest {
        let group = WhatsAppGroup.number(of: part.place.chat)
        let message = WhatsAppReply(
            recipient_type: group == nil ? "individual" : "group",
            to: group ?? part.place.chat,
            text: WhatsAppReply.Text(body: part.text),
            biz_opaque_callback_data: part.name.description,
            context: part.answers.map(WhatsAppReply.Context.init)
        )
        let url = channel.url(address, "\(account)/messages")
        return try .post(url, json: message, authorization: "Bearer \(secret)")
    }

    package func meaning(of answer: APIAnswer, at now: Date) -> ChatAnswer {
        let said = answer.json(MetaAnswer.self)
        if let error = said?.error { return meaning(ofError: error, answer, at: now) }
        if (200..<300).contains(answer.status), let id = said?.messages?.first?.id { return .accepted(id: id) }
        return meaning(ofStatus: answer, at: now)
    }

    private func meaning(ofError error: MetaError, _ answer: APIAnswer, at now: Date) -> ChatAnswer {
        if let common = meaning(ofGraphError: error, answer, at: now) { return common }
        switch error.code {
        case 131_047, 470: return .refused(windowIsOver(error.words))
        case 131_056:
            return .later(
                "WhatsApp takes no more messages to this customer for the moment (\(error.words)).",
                retryAfter: answer.retryAfter(at: now)
            )
        case 130_429, 131_048: return limited(error, answer, at: now)
        case 10, 131_005, 131_031, 131_042, 133_010:
            return .later(
                "WhatsApp does not let this account send (\(error.words)). Look into the WhatsApp Manager and the token's rights."
            )
        case 131_026, 131_021, 131_030, 130_497:
            return .refused("WhatsApp cannot bring the reply to this number (\(error.words)). Answer in another way.")
        default: return meaning(ofOther: error, answer, at: now)
        }
    }

    package func introduction(secret: String) -> APIRequest? {
        let url = channel.url(address, "\(account)?fields=display_phone_number,verified_name")
        return .get(url, authorization: "Bearer \(secret)")
    }

    package func identity(in answer: APIAnswer) throws(ReplyError) -> String {
        let said = answer.json(MetaAnswer.self)
        if let error = said?.error { throw accountError(error, answer, channel.account) }
        guard let number = said?.display_phone_number else { throw strangeAnswer(answer) }
        return "WhatsApp sends as \((said?.verified_name ?? "an account without a name").asRemark), \(number.asRemark)"
    }
}

/// A text message, in the names of the API.
private struct WhatsAppReply: Encodable {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var messaging_product = "whatsapp"
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var recipient_type: String
    var to: String
    var type = "text"
    var text: Text
    /// Comes back with every receipt.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var biz_opaque_callback_data: String
    var context: Context?

    struct Text: Encodable {
        var body: String
    }

    /// The message that is quoted.
    struct Context: Encodable {
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var message_id: String
    }
}
