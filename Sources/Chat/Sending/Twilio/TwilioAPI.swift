package import Foundation
package import Model

/// Twilio's Messages resource for SMS and WhatsApp (twilio.com/docs/messaging/api/message-resource, docs/api/errors).
package struct TwilioAPI: ReplyAPI {
    package let provider = "Twilio"
    package let address: APIAddress
    package let secret: SecretReference?
    package let secretKey: String
    /// Error 21617.
    package let limit = PartLimit(most: 1_600, unit: .utf16)
    let channel: TwilioChannel
    /// Where Twilio is to say what becomes of a message; nil where nobody outside can reach us.
    private let callback: String?

    /// The parameter of our own in that address. Twilio signs it with the rest.
    static let partParameter = "part"

    /// - Parameter webhook: the public address of the channel's webhook; nil where it is not known.
    package init(_ channel: TwilioChannel, _ settings: ChannelSettings, webhook: String? = nil) throws(ReplyError) {
        callback = webhook.flatMap { $0.hasPrefix("https://") ? $0 : nil }
        address = try settings.address()
        secret = settings.authority
        secretKey = settings.authorityKey
        self.channel = channel
    }

    var account: String { "\(address)/2010-04-01/Accounts/\(APIRequest.percentEncoded(channel.account))" }

    package func request(for part: ReplyPart, secret: String, at now: Date) throws(ReplyError) -> APIRequest {
        var form = [("To", recipient(part.place.chat)), ("From", channel.sender), ("Body", part.text)]
        if let callback { form.append(("StatusCallback", "\(callback)?\(Self.partParameter)=\(part.name)")) }
        return .post("\(account)/Messages.json", form: form, authorization: authorization(secret))
    }

    /// A number of WhatsApp is written like the sender, with its scheme.
    private func recipient(_ chat: String) -> String {
        let scheme = "whatsapp:"
        return channel.sender.hasPrefix(scheme) && !chat.hasPrefix(scheme) ? scheme + chat : chat
    }

    /// RFC 7617.
    func authorization(_ secret: String) -> String {
        "Basic \(Data("\(channel.account):\(secret)".utf8).base64EncodedString())"
    }

    package func meaning(of answer: APIAnswer, at now: Date) -> ChatAnswer {
        let said = answer.json(TwilioAnswer.self)
        if (200..<300).contains(answer.status), let id = said?.sid { return .accepted(id: id) }
        guard let code = said?.code else { return meaning(ofStatus: answer, at: now) }
        return meaning(ofCode: code, (said?.message).map { "\(code): \($0)" } ?? "\(code)", answer, at: now)
    }

    package func introduction(secret: String) -> APIRequest? {
        .get("\(account).json", authorization: authorization(secret))
    }

    package func identity(in answer: APIAnswer) throws(ReplyError) -> String {
        let said = answer.json(TwilioAnswer.self)
        if let name = said?.friendly_name, let status = said?.status?.text {
            guard status == "active" else {
                throw ReplyError(
                    .configuration,
                    "The Twilio account \(name.asRemark) is \(status.asRemark), so nothing is sent."
                )
            }
            return "Twilio knows the account \(name.asRemark), which sends as \(channel.sender)"
        }
        guard [401, 404].contains(answer.status) else { throw strangeAnswer(answer) }
        throw badToken(said?.message ?? "HTTP \(answer.status)")
    }
}

/// What we read of Twilio's answers.
struct TwilioAnswer: Decodable {
    var sid: String?
    var code: Int?
    var message: String?
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var friendly_name: String?
    var status: Status?

    /// A word in an account or message, the HTTP status in an error.
    struct Status: Decodable {
        var text: String?

        init(from decoder: any Decoder) throws {
            text = try? decoder.singleValueContainer().decode(String.self)
        }
    }
}
