import Foundation
import Model

/// What became of a mail, as Amazon SES tells it through SNS: JSON in the text of a mail.
struct ServiceNotification {
    let form: AutomaticVerdict.Form
    let bounce: Bounce?

    init?(_ text: String) {
        guard text.utf8.count <= Self.longest, let event = Self.event(in: text) else {
            return nil
        }
        let mail = event.mail
        switch (event.notificationType ?? event.eventType ?? "").lowercased() {
        case "bounce":
            form = .failed
            let first = event.bounce?.bouncedRecipients?.first
            bounce = Self.bounce(mail, first, kind: event.bounce?.bounceType, isPermanent: true)
        case "deliverydelay":
            form = .delayed
            bounce = Self.bounce(mail, event.deliveryDelay?.delayedRecipients?.first, kind: nil, isPermanent: false)
        case "complaint": (form, bounce) = (.complaint, nil)
        case "delivery", "send": (form, bounce) = (.delivered, nil)
        default: return nil
        }
    }

    /// SNS sends no more than this.
    private static let longest = 262_144

    private static func bounce(_ mail: Mail?, _ first: Recipient?, kind: String?, isPermanent: Bool) -> Bounce {
        let diagnostic = first?.diagnosticCode
        let own = mail?.headers?.first { $0.name.lowercased() == "message-id" }?.value ?? mail?.commonHeaders?.messageId
        return Bounce(
            originalMessageID: (own ?? mail?.messageId).flatMap { ReturnedMessage.bare($0) },
            originalSubject: mail?.commonHeaders?.subject,
            recipient: first?.emailAddress ?? mail?.destination?.first,
            status: [first?.status, diagnostic].lazy.compactMap { $0.flatMap { StatusCode.enhanced(in: $0) } }.first,
            reason: (diagnostic ?? kind).map(MailFacts.short),
            isPermanent: isPermanent
        )
    }

    /// The object in the text, without the marks with which servers break long lines; SNS may wrap it once more.
    private static func event(in text: String) -> Event? {
        let whole = text.replacing("!\r\n ", with: "").replacing("!\n ", with: "")
        guard let start = whole.firstIndex(of: "{") else { return nil }
        let end = whole[start...].firstRange(of: "\n--")?.lowerBound ?? whole.endIndex
        guard let last = whole[start..<end].lastIndex(of: "}") else { return nil }
        let data = Data(whole[start...last].utf8)
        if let event = try? JSONDecoder().decode(Event.self, from: data), event.mail != nil { return event }
        let wrapped = try? JSONDecoder().decode(Envelope.self, from: data)
        return wrapped.flatMap { try? JSONDecoder().decode(Event.self, from: Data($0.message.utf8)) }
    }

    private struct Envelope: Decodable {
        var message: String

        private enum CodingKeys: String, CodingKey {
            case message = "Message"
        }
    }

    private struct Event: Decodable {
        var notificationType: String?
        var eventType: String?
        var bounce: Failure?
        var deliveryDelay: Delay?
        var mail: Mail?
    }

    private struct Failure: Decodable {
        var bounceType: String?
        var bouncedRecipients: [Recipient]?
    }

    private struct Delay: Decodable {
        var delayedRecipients: [Recipient]?
    }

    private struct Recipient: Decodable {
        var emailAddress: String?
        var status: String?
        var diagnosticCode: String?
    }

    private struct Mail: Decodable {
        var messageId: String?
        var destination: [String]?
        var headers: [Header]?
        var commonHeaders: CommonHeaders?
    }

    private struct Header: Decodable {
        var name: String
        var value: String
    }

    private struct CommonHeaders: Decodable {
        var messageId: String?
        var subject: String?
    }
}
