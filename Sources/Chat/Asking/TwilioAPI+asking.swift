package import Foundation
package import Model

extension TwilioAPI {
    private static let pageSize = 200

    /// The messages to our number since the day of `start` in UTC, newest first
    /// (twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources).
    package func messages(since start: Date, secret: String) -> APIRequest {
        let day = APIRequest.percentEncoded(CalendarDay(start, in: .gmt).text)
        let query = "To=\(APIRequest.percentEncoded(channel.sender))&DateSent%3E=\(day)&PageSize=\(Self.pageSize)"
        return .get("\(account)/Messages.json?\(query)", authorization: authorization(secret))
    }

    /// The page behind another. nil where its address would lead elsewhere: the token goes along.
    package func page(at path: String, secret: String) -> APIRequest? {
        guard path.hasPrefix("/2010-04-01/Accounts/"), path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C })
        else { return nil }
        return .get("\(address)\(path)", authorization: authorization(secret))
    }

    /// The files of a message (twilio.com/docs/messaging/api/media-resource).
    package func files(of message: String, secret: String) -> APIRequest {
        .get(
            "\(account)/Messages/\(APIRequest.percentEncoded(message))/Media.json",
            authorization: authorization(secret)
        )
    }

    /// A listed message as a delivery in the form that the webhook would have had.
    ///
    /// Its identity is its bytes: the number is the key of what the webhook brings, which is not the same request. The
    /// message in it has the same number either way, so that it is taken once.
    package func delivery(of message: TwilioListing.Entry, files: [TwilioListing.File]) -> ReceivedRequest {
        var form = [
            ("AccountSid", channel.account), ("Body", message.text), ("From", message.author),
            ("MessageSid", message.id), ("NumMedia", String(files.count)), ("To", message.recipient),
        ]
        if let sentAt = message.sentAt { form.append((TwilioPayload.timeField, sentAt.formatted(.iso8601))) }
        for (index, file) in files.enumerated() {
            form += [("MediaUrl\(index)", "\(address)\(file.path)"), ("MediaContentType\(index)", file.type)]
        }
        let request = APIRequest.post("\(account)/Messages/\(APIRequest.percentEncoded(message.id)).json", form: form)
        return ReceivedRequest(
            url: request.url,
            fields: request.fields.filter { $0.name == "Content-Type" },
            body: request.body ?? []
        )
    }
}
