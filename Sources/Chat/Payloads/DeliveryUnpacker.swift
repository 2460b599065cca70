package import Model

/// Takes a delivery apart into what it brings: messages, mail, and notices of all else.
///
/// Any bytes give an answer, in time and memory in proportion to their number. An unknown kind of event is a notice that
/// names it; an odd message among others costs none of them.
package struct DeliveryUnpacker: Sendable {
    /// Messages and notices of one delivery. Providers send 1,000 at most; a feed may have larger pages.
    static let mostItems = 10_000

    private let provider: ChannelProvider

    /// - Parameter channel: within which the numbers of the items are unique.
    package init(_ settings: ChannelSettings, channel: InboxName) {
        provider = settings.provider
    }

    /// What is in a delivery, in its order; the same for the same delivery. Texts and names are without control characters
    /// and of bounded length, and no two messages have the same number.
    ///
    /// Throws where nothing at all can be made of it, or where more is in it than one transaction should take: the delivery
    /// is then parked as a whole.
    package func items(of request: ReceivedRequest) throws(UnpackError) -> [DeliveredItem] {
        let found = try found(in: request)
        guard found.count <= Self.mostItems else {
            throw UnpackError(
                "There are \(found.count) messages in one delivery, and \(Self.mostItems) are taken at most."
            )
        }
        return UniqueItems.of(found.map(\.tidied))
    }

    private func found(in request: ReceivedRequest) throws(UnpackError) -> [DeliveredItem] {
        switch provider {
        case .webhook(let channel):
            try GenericPayload(fields: channel.fields, delivery: Self.number(of: request)).items(of: Self.json(request))
        case .feed(let channel): try GenericPayload(fields: channel.fields).items(of: Self.json(request))
        case .widget:
            try GenericPayload(fields: FieldMap(), delivery: Self.number(of: request)).items(of: Self.json(request))
        case .slack(let channel): try SlackPayload(channels: channel.channels).items(of: Self.json(request))
        case .telegram: try TelegramPayload.items(of: Self.json(request))
        case .whatsapp(let channel): try WhatsAppPayload(account: channel.account).items(of: Self.json(request))
        case .messenger(let channel): try MessengerPayload(account: channel.account).items(of: Self.json(request))
        case .twilio:
            try TwilioPayload.items(
                of: FormBody(request),
                part: request.query[TwilioAPI.partParameter].flatMap(SentPartName.init)
            )
        case .mailgun: try MailgunPayload.items(of: request)
        case .postmark: try PostmarkPayload.items(of: Self.json(request))
        case .sendgrid: try SendGridPayload.items(of: FormBody(request))
        }
    }

    static func json(_ request: ReceivedRequest) throws(UnpackError) -> JSONValue {
        do {
            return try JSONValue(parsing: request.body)
        } catch {
            throw UnpackError(error.description)
        }
    }

    /// The sender's number of the delivery, which stays the same when it tries again (Standard Webhooks).
    private static func number(of request: ReceivedRequest) -> String? {
        request.fields.values(of: "webhook-id").first
    }
}
